"""Runs aiosmtpd for tests until the input ends, which it also does when the tests are killed; leaves nothing behind.

The first line of the input is JSON: certificate and key. The first line of the output is JSON: the port of every listener.
Then each line asks: "count", "clear", "find ID" for the mails that hold a Message-ID, or "list DOMAIN" for recipient and Message-ID of
every mail that went there.
An address says what is answered to it: rcpt-550@..., data-552@..., and mail-550@... as the sender.
"""
import asyncio
import base64
import json
import os
import re
import ssl
import sys
import tempfile
import threading

from aiosmtpd.smtp import SMTP, AuthResult

MESSAGE_ID = re.compile(rb"^Message-I[Dd]:\s*<([^>]*)>", re.MULTILINE)
ANSWER = re.compile(r"(mail|rcpt|data)-(\d{3})@")


class Mails:
    def __init__(self):
        self.mails = []

    @staticmethod
    def answer(command, address):
        # As real servers do, the answer quotes the address.
        match = ANSWER.match(address)
        return f"{match[2]} <{address}> is not wanted" if match and match[1] == command else None

    async def handle_MAIL(self, server, session, envelope, address, options):
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return self.answer("mail", address) or "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        refused = self.answer("rcpt", address)
        if not refused:
            envelope.rcpt_tos.append(address)
        return refused or "250 OK"

    async def handle_DATA(self, server, session, envelope):
        refused = self.answer("data", envelope.rcpt_tos[0])
        if not refused:
            is_encrypted = server.transport.get_extra_info("ssl_object") is not None
            self.mails.append((session, envelope, is_encrypted))
        return refused or "250 OK"

    def find(self, message_id):
        return [
            {
                "from": envelope.mail_from,
                "to": envelope.rcpt_tos,
                "options": envelope.mail_options,
                "encrypted": is_encrypted,
                "signedIn": session.authenticated is True,
                "content": base64.b64encode(envelope.original_content).decode(),
            }
            for session, envelope, is_encrypted in self.mails
            if f"<{message_id}>".encode() in envelope.original_content
        ]


    def list(self, domain):
        return [
            {"to": envelope.rcpt_tos[0], "id": MESSAGE_ID.search(envelope.original_content)[1].decode()}
            for _, envelope, _ in self.mails
            if envelope.rcpt_tos[0].endswith(f"@{domain}")
        ]


class Pipelining(Mails):
    """The same, on a listener that takes several commands at once. aiosmtpd does, and does not say so."""

    def __init__(self, others):
        self.mails = others.mails

    async def handle_EHLO(self, server, session, envelope, hostname, responses):
        session.host_name = hostname
        return [responses[0], "250-PIPELINING", *responses[1:]]


def authenticate(server, session, envelope, mechanism, data):
    return AuthResult(success=data.login == b"shop" and data.password == b"right horse", handled=False)


async def listen(mails):
    given = json.loads(sys.stdin.readline())
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "server.pem")
        with open(path, "w", encoding="ascii") as file:
            file.write(given["certificate"] + "\n" + given["key"])
        context.load_cert_chain(path)

    loop = asyncio.get_running_loop()

    async def serve(tls=None, handler=mails, **options):
        def create():
            return SMTP(handler, hostname="localhost", loop=loop, command_call_limit=1_000_000, **{"enable_SMTPUTF8": True, **options})

        server = await loop.create_server(create, "127.0.0.1", 0, ssl=tls)
        return server.sockets[0].getsockname()[1]

    signing_in = {"authenticator": authenticate, "auth_required": True}
    return {
        "plain": await serve(),
        "pipelining": await serve(handler=Pipelining(mails)),
        "asciiOnly": await serve(enable_SMTPUTF8=False),
        "startTls": await serve(tls_context=context, require_starttls=True),
        "tls": await serve(tls=context),
        "signIn": await serve(tls_context=context, require_starttls=True, **signing_in),
        "signInPlain": await serve(auth_require_tls=False, **signing_in),
    }


def answer_questions(mails):
    for line in sys.stdin:
        question = line.split()
        if question[0] == "find":
            answer = mails.find(question[1])
        elif question[0] == "list":
            answer = mails.list(question[1])
        else:
            answer = len(mails.mails)
            if question[0] == "clear":
                mails.mails.clear()
        print(json.dumps(answer), flush=True)
    os._exit(0)


async def main():
    mails = Mails()
    print(json.dumps(await listen(mails)), flush=True)
    threading.Thread(target=answer_questions, args=(mails,), daemon=True).start()
    await asyncio.Event().wait()


asyncio.run(main())
