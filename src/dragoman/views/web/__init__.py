"""The reading room: a local web app where a record is looked at, questioned and corrected.

A page is a module with a `router` (and, where it stands in the navigation, a `NAV`), entered in `page_modules.PAGES`. It asks the room's
`Questions` and hands the answer to `rendering.render`; the JSON twin of every page is in `api`. No view has logic of its own.
"""
