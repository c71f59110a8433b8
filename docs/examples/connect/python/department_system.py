"""A department's own system: hears what the department is asked for, and answers.

Needs confluent-kafka (Debian: python3-confluent-kafka). Ends cleanly on SIGTERM; may be killed and started again at any
time.
"""

import json
import os
import signal
import sys
from collections import OrderedDict

from confluent_kafka import Consumer, KafkaException, Producer

DEPARTMENT = os.environ.get("REDRESS_DEPARTMENT", "finance")
BROKERS = os.environ.get("REDRESS_BROKERS", "127.0.0.1:9092")

REQUESTS = f"redress.requests.{DEPARTMENT}.v1"
REPLIES = "redress.department-replies.v1"
REFUSALS = "redress.department-refusals.v1"
RAISED = "redress.routing.request-raised.v1"
REFUSED = "redress.refusals.reply-refused.v1"

# Spares work where a request is delivered twice in a row. What protects against doing it twice is the reply id below,
# because this list is gone after a restart. Work with effects outside belongs into your own store, under the request id.
seen = OrderedDict()


def remember(event_id):
    seen[event_id] = True
    if len(seen) > 10_000:
        seen.popitem(last=False)


def answer(request):
    """What the department finds out.

    The same request must give the same answer, or be answered from what was stored: under one reply id there is one text.
    """
    return {
        "type": "answer",
        "replyId": f"{DEPARTMENT}-system:{request['requestId']}:answer",
        "requestId": request["requestId"],
        "department": DEPARTMENT,
        "by": f"{DEPARTMENT} system",
        "done": True,
        "findings": f"Looked into: {request['subject']}",
        "claims": [{"key": "invoice.state", "value": "charged once"}],
    }


def header(message, name):
    for key, value in message.headers() or []:
        if key == name and value is not None:
            return value.decode()
    return None


def send(producer, case_id, reply):
    """Returns when the broker has it."""
    failed = []
    producer.produce(
        REPLIES,
        key=case_id,
        value=json.dumps(reply).encode(),
        on_delivery=lambda error, _: failed.append(error) if error else None,
    )
    if producer.flush(30) or failed:
        raise RuntimeError(f"the broker did not take the reply: {failed}")


def hear(producer, message):
    kind = header(message, "ce_type")
    if message.topic() == REFUSALS:
        refusal = json.loads(message.value())
        if kind == REFUSED and refusal.get("department") == DEPARTMENT:
            print(f"refused {refusal.get('replyId')}: {refusal['code']}: {refusal['reason']}", file=sys.stderr, flush=True)
        return
    event_id = header(message, "ce_id")
    if kind != RAISED or event_id in seen:
        return
    request = json.loads(message.value())
    # What was known before the complaint is answered already.
    if "knownAnswer" not in request:
        # The key is the case id. An answer to what was offered accepts it, too.
        send(producer, request["caseId"], answer(request))
        print(f"answered {request['requestId']}", flush=True)
    remember(event_id)


def main():
    # Java's way of choosing a partition, so that all replies about a case stay in order whoever sends them.
    producer = Producer({"bootstrap.servers": BROKERS, "acks": "all", "partitioner": "murmur2_random"})
    consumer = Consumer(
        {
            "bootstrap.servers": BROKERS,
            "group.id": f"{DEPARTMENT}-system",
            "auto.offset.reset": "earliest",
            "enable.auto.commit": False,
            # One that was killed holds up its successor no longer than this.
            "session.timeout.ms": 10_000,
        }
    )
    consumer.subscribe([REQUESTS, REFUSALS])
    running = [True]
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: running.clear())
    print("listening", flush=True)
    try:
        while running:
            message = consumer.poll(0.5)
            if message is None:
                continue
            if message.error():
                raise KafkaException(message.error())
            hear(producer, message)
            # Only now: whatever happens before, the request is delivered again.
            consumer.commit(message, asynchronous=False)
    finally:
        consumer.close()


if __name__ == "__main__":
    main()
