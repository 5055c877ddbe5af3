"""What stands here is found by the tests in the folders below: readings made by hand."""
