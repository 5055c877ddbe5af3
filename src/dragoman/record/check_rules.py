"""The rules of a record that a question to the database can check: each in words, with a question that finds what breaks it.

They are written in the SQL that SQLite and PostgreSQL have in common.
"""

from __future__ import annotations

_FIRST = "(SELECT min(r.seq) FROM reading r WHERE r.document = d.ident)"
_LAST = "(SELECT max(r.seq) FROM reading r WHERE r.document = d.ident)"

RULES: tuple[tuple[str, str], ...] = (
    (
        "every reading has its text",
        "SELECT r.document FROM reading r WHERE NOT EXISTS (SELECT 1 FROM text t WHERE t.document = r.document)",
    ),
    (
        "every text has a reading",
        "SELECT t.document FROM text t WHERE NOT EXISTS (SELECT 1 FROM reading r WHERE r.document = t.document)",
    ),
    (
        "every document that was read is entered",
        "SELECT DISTINCT r.document FROM reading r WHERE NOT EXISTS (SELECT 1 FROM document d WHERE d.ident = r.document)",
    ),
    (
        "every document is filed by its first reading and counts by its last",
        f"SELECT d.ident FROM document d WHERE d.seq <> coalesce({_FIRST}, -1) OR d.in_force <> coalesce({_LAST}, -1)",
    ),
    (
        "every document was seen somewhere",
        "SELECT d.ident FROM document d WHERE NOT EXISTS (SELECT 1 FROM sighting s WHERE s.document = d.ident)",
    ),
    (
        "a forgotten document tells of nothing",
        "SELECT d.ident FROM document d WHERE d.forgotten AND (EXISTS (SELECT 1 FROM report r WHERE r.document_id = d.id)"
        " OR EXISTS (SELECT 1 FROM named n WHERE n.document_id = d.id) OR EXISTS (SELECT 1 FROM statement s WHERE s.document_id = d.id))",
    ),
    (
        "every report belongs to an act",
        "SELECT r.ident FROM report r WHERE r.act_id IS NULL",
    ),
    (
        "every act has the reports that it counts",
        "SELECT a.ident FROM act a WHERE a.reports <> (SELECT count(*) FROM report r WHERE r.act_id = a.id)",
    ),
    (
        "an act is named by one of its reports",
        "SELECT a.ident FROM act a WHERE NOT EXISTS (SELECT 1 FROM report r WHERE r.id = a.id AND r.act_id = a.id AND r.ident = a.ident)",
    ),
    (
        "two reports of one document are two acts, unless people decided otherwise",
        "SELECT a.ident, d.ident FROM report r JOIN act a ON a.id = r.act_id JOIN document d ON d.id = r.document_id"
        " WHERE NOT EXISTS (SELECT 1 FROM link l WHERE l.verdict = 'decided')"
        " GROUP BY a.ident, d.ident HAVING count(*) > 1",
    ),
    (
        "reports that people keep apart are in two acts",
        "SELECT r.ident, s.ident FROM link l JOIN report r ON r.id = l.a JOIN report s ON s.id = l.b"
        " WHERE l.verdict = 'apart' AND r.act_id = s.act_id",
    ),
    (
        "a link is between two reports of two documents, the one filed first in front",
        "SELECT r.ident, s.ident FROM link l JOIN report r ON r.id = l.a JOIN report s ON s.id = l.b"
        " JOIN document d ON d.id = r.document_id JOIN document e ON e.id = s.document_id"
        " WHERE l.verdict IN ('same', 'doubtful') AND d.seq >= e.seq",
    ),
    (
        "who takes part in an act, does so on the act's day",
        "SELECT a.ident FROM side s JOIN act a ON a.id = s.act_id WHERE s.day <> a.day",
    ),
    (
        "the sides' states and organisations stand by an act with its day and type",
        "SELECT a.ident FROM bloc b JOIN act a ON a.id = b.act_id WHERE b.day <> a.day OR b.type <> a.type",
    ),
    (
        "an act is promised exactly if it is announced, intended or agreed",
        "SELECT a.ident FROM act a WHERE (a.follow_up <> '') <> (a.status IN ('announced', 'intended', 'agreed'))",
    ),
    (
        "a promise that is open is kept by nothing, and one that is not is ended by an act",
        "SELECT a.ident FROM act a WHERE a.follow_up <> ''"
        " AND (a.follow_up = 'open') = EXISTS (SELECT 1 FROM follow f WHERE f.promise_id = a.id)",
    ),
    (
        "a promise stands with its states and organisations as it stands itself",
        "SELECT a.ident FROM pledge p JOIN act a ON a.id = p.act_id WHERE p.follow_up <> a.follow_up OR p.last_day <> a.last_day",
    ),
    (
        "a person's card is somebody's",
        "SELECT c.country, c.folded FROM card c LEFT JOIN actor a ON a.id = c.actor_id WHERE a.id IS NULL OR a.kind <> 'person'",
    ),
    (
        "a person's cards are of one country, unless people decided otherwise",
        "SELECT c.country, c.folded FROM card c JOIN actor a ON a.id = c.actor_id WHERE coalesce(a.country, '') <> c.country"
        " AND NOT EXISTS (SELECT 1 FROM decision s WHERE s.kind = 'same_person')",
    ),
    (
        "a person with a name is whose card it is",
        "SELECT d.ident, n.local FROM named n JOIN card c ON c.id = n.card_id JOIN document d ON d.id = n.document_id"
        " WHERE c.actor_id <> n.actor_id",
    ),
    (
        "a card is told by a document",
        "SELECT c.country, c.folded FROM card c WHERE NOT EXISTS (SELECT 1 FROM named n WHERE n.card_id = c.id)",
    ),
    (
        "every actor's ident is a public one",
        "SELECT a.ident FROM actor a WHERE a.ident = '' OR substr(a.ident, 1, 1) = '~'",
    ),
    (
        "a tenure's first day is not behind its last",
        "SELECT a.ident, t.office FROM tenure t JOIN actor a ON a.id = t.actor_id WHERE t.last_day <> '' AND t.first_day > t.last_day",
    ),
    (
        "whoever speaks is an actor of the document",
        "SELECT d.ident, s.local FROM speaker k JOIN statement s ON s.id = k.statement_id JOIN document d ON d.id = s.document_id"
        " WHERE NOT EXISTS (SELECT 1 FROM named n WHERE n.document_id = s.document_id AND n.actor_id = k.actor_id)",
    ),
    (
        "the reports are counted",
        "SELECT 'counted', t.n, 'there', r.n FROM (SELECT coalesce(sum(reports), 0) AS n FROM tally) t,"
        " (SELECT count(*) AS n FROM report) r WHERE t.n <> r.n",
    ),
    (
        "the acts are counted by month, type and status",
        "SELECT 'counted', t.n, 'there', a.n FROM (SELECT coalesce(sum(acts), 0) AS n FROM pair_tally WHERE a = '' AND b = '') t,"
        " (SELECT count(*) AS n FROM act) a WHERE t.n <> a.n",
    ),
    (
        "the acts of every state and organisation are counted",
        "SELECT b.ident, b.n, coalesce(t.acts, 0) FROM (SELECT ident, count(*) AS n FROM bloc GROUP BY ident) b"
        " LEFT JOIN tie t ON t.ident = b.ident AND t.other = '' WHERE coalesce(t.acts, 0) <> b.n",
    ),
    (
        "no count is of nothing",
        "SELECT ident, other FROM tie WHERE acts <= 0 UNION ALL SELECT a, b FROM pair_tally WHERE acts <= 0"
        " UNION ALL SELECT month, publisher FROM tally WHERE reports <= 0",
    ),
    (
        "a question is asked about what is there",
        "SELECT q.ident FROM question q WHERE q.kind IN ('act', 'follow_up', 'weak')"
        " AND NOT EXISTS (SELECT 1 FROM act a WHERE a.ident = q.subject)",
    ),
)
"""A rule in words, and what finds the cases that break it."""
