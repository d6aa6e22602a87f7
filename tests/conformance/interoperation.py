"""A participant by Debian's websockets: joins, votes, and prints what the tally says.

interoperation.py URL BOARD BALLOT PROPOSAL CREDENTIAL DEVICE
"""

import asyncio
import json
import sys
import urllib.request

import websockets

url, board, ballot, proposal, credential, device = sys.argv[1:]


def join():
    request = urllib.request.Request(
        f"{url}/api/v1/boards/{board}/participants",
        data=json.dumps({"college": "citizens"}).encode(),
        headers={"Content-Type": "application/json", "Authorization": f"Bearer {credential}"},
    )
    with urllib.request.urlopen(request) as answer:
        assert answer.status == 201


async def vote():
    where = url.replace("http", "ws") + "/ws"
    async with websockets.connect(where, subprotocols=["koudmen.v1"]) as socket:
        hello = {"type": "hello", "version": 1, "board": board, "credential": credential, "device": device}
        await socket.send(json.dumps(hello))
        async for text in socket:
            message = json.loads(text)
            if message["type"] == "rejected":
                sys.exit(text)
            if message["type"] != "state":
                continue
            if message.get("full"):
                choice = {"type": "castChoice", "ballot": ballot, "proposal": proposal, "choice": "support"}
                await socket.send(json.dumps({"type": "command", "operation": 1, "command": choice}))
            for answer in message.get("answers", []):
                if "refusal" in answer:
                    sys.exit(json.dumps(answer))
                print("voted", flush=True)
            for change in message["changes"]:
                if change["type"] == "tally":
                    print("for", change["tally"]["counts"][0], flush=True)
                    return


join()
asyncio.run(asyncio.wait_for(vote(), 20))
