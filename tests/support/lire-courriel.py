"""Reads a mail on standard input with Python's own parser, foreign to ours; answers in JSON."""
import email
import json
import sys
from email import policy

message = email.message_from_bytes(sys.stdin.buffer.read(), policy=policy.default)
texte = message.get_body(("plain",))
html = message.get_body(("html",))
print(json.dumps({
    "entetes": sorted({nom.lower() for nom in message.keys()}),
    "a": message.get_all("to", []),
    "de": message["from"],
    "sujet": message["subject"],
    "messageId": message["message-id"],
    "parties": [partie.get_content_type() for partie in message.walk()],
    "texte": texte.get_content() if texte else None,
    "html": html.get_content() if html else None,
    "defauts": [type(d).__name__ for partie in message.walk() for d in partie.defects],
}))
