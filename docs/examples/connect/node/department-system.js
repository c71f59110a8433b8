// A department's own system: hears what the department is asked for, and answers. Ends cleanly on SIGTERM; may be killed
// and started again at any time.
import { Kafka, logLevel } from 'kafkajs';

const department = process.env.REDRESS_DEPARTMENT ?? 'finance';
const brokers = (process.env.REDRESS_BROKERS ?? '127.0.0.1:9092').split(',');

const REQUESTS = `redress.requests.${department}.v1`;
const REPLIES = 'redress.department-replies.v1';
const REFUSALS = 'redress.department-refusals.v1';
const RAISED = 'redress.routing.request-raised.v1';
const REFUSED = 'redress.refusals.reply-refused.v1';

const kafka = new Kafka({ clientId: `${department}-system`, brokers, logLevel: logLevel.ERROR });
const producer = kafka.producer();
// One that was killed holds up its successor no longer than the session lasts.
const consumer = kafka.consumer({ groupId: `${department}-system`, sessionTimeout: 10_000 });

// Spares work where a request is delivered twice in a row. What protects against doing it twice is the reply id below,
// because this list is gone after a restart. Work with effects outside belongs into your own store, under the request id.
const seen = new Set();

function remember(eventId) {
  seen.add(eventId);
  if (seen.size > 10_000) seen.delete(seen.values().next().value);
}

// What the department finds out. The same request must give the same answer, or be answered from what was stored: under
// one reply id there is one text.
function answer(request) {
  return {
    type: 'answer',
    replyId: `${department}-system:${request.requestId}:answer`,
    requestId: request.requestId,
    department,
    by: `${department} system`,
    done: true,
    findings: `Looked into: ${request.subject}`,
    claims: [{ key: 'invoice.state', value: 'charged once' }],
  };
}

async function hear(topic, message) {
  const type = message.headers.ce_type?.toString();
  if (topic === REFUSALS) {
    const refusal = JSON.parse(message.value);
    if (type === REFUSED && refusal.department === department) {
      console.error(`refused ${refusal.replyId}: ${refusal.code}: ${refusal.reason}`);
    }
    return;
  }
  const eventId = message.headers.ce_id?.toString();
  if (type !== RAISED || seen.has(eventId)) return;
  const request = JSON.parse(message.value);
  // What was known before the complaint is answered already.
  if (request.knownAnswer === undefined) {
    // The key is the case id. An answer to what was offered accepts it, too.
    const reply = { key: request.caseId, value: JSON.stringify(answer(request)) };
    await producer.send({ topic: REPLIES, acks: -1, messages: [reply] });
    console.log(`answered ${request.requestId}`);
  }
  remember(eventId);
}

async function main() {
  await producer.connect();
  await consumer.connect();
  await consumer.subscribe({ topics: [REQUESTS, REFUSALS], fromBeginning: true });
  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ topic, partition, message }) => {
      await hear(topic, message);
      // Only now: whatever happens before, the request is delivered again.
      await consumer.commitOffsets([{ topic, partition, offset: (BigInt(message.offset) + 1n).toString() }]);
    },
  });
  console.log('listening');
}

for (const signal of ['SIGTERM', 'SIGINT']) {
  process.once(signal, async () => {
    await consumer.disconnect();
    await producer.disconnect();
    process.exit(0);
  });
}

await main();
