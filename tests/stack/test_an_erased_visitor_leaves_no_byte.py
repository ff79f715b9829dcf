"""A real conversation with a form, erased by the visitor, then its lead by staff: every file of the stack is read."""

import subprocess

from chat.erasing.words import encodings
from deploy.stack import PYTHON, variables
from deploy.started import Stack
from tests.leads.form.talk import ANSWERS
from tests.stack.visitor import Visitor
from web.environment import ROOT

QUESTION = "ドローンが墜落して、取引先の屋根に穴をあけたときの賠償はどうなりますか"
OWN = {
    "company": "株式会社ひみつ第一製作所",
    "past_incidents": "2年前に顧客名簿を別の会社へ誤送信しました",
    "contact_name": "薬袋花子",
    "email": "minai.hanako@example.co.jp",
    "phone": "03-5321-9876",
}
FORM = (
    "見積りをお願いします",
    *(said for field, answers in ANSWERS.items() for said in ([OWN[field]] if field in OWN else answers)),
)
THEIRS = (QUESTION, *OWN.values())
"""What nobody else ever said."""


def holding(stack: Stack, *texts: str) -> dict[str, list[str]]:
    """The files of the stack that hold a text in any encoding, by its text."""
    files = [file for file in stack.environment.var.rglob("*") if file.is_file()]
    written = {text: [*encodings(text), text.encode().hex().encode()] for text in texts}
    found: dict[str, list[str]] = {text: [] for text in texts}
    for file in files:
        content = file.read_bytes()
        for text, forms in written.items():
            found[text] += [file.name] if any(form in content for form in forms) else []
    return {text: names for text, names in found.items() if names}


def erase_by_staff(stack: Stack, reference: str) -> str:
    command = [str(PYTHON), "manage.py", "erase_visitor", "--reference", reference, "--by", "木村"]
    done = subprocess.run(command, cwd=ROOT, env=variables(stack.environment), capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_neither_words_nor_the_id_of_a_conversation_are_left(stack: Stack) -> None:
    visitor = Visitor(stack)
    session = visitor.opened["token"].partition(":")[0]
    assert visitor.ask(QUESTION)["answer"]["verdict"] in ("not_listed", "undetermined")
    replies = [visitor.ask(text) for text in FORM]
    assert replies[-1]["form"]["asks"] == "review", replies[-1]
    receipt = visitor.ask("送信")["form"]["receipt"]
    kept = holding(stack, session)
    assert any(name.startswith("hosho.db") for name in kept[session]), "otherwise its absence proves nothing"
    assert any(name.startswith("tracker.db") for name in kept[session])

    assert visitor.client.delete("/api/chat/session", headers=visitor.headers).status_code == 204
    assert holding(stack, *THEIRS) == {}

    told = erase_by_staff(stack, receipt)
    assert "残っていた所は 0 か所でした" in told
    assert holding(stack, *THEIRS, session) == {}
    assert receipt in told
