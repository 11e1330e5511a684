// Counts the warnings of alex and write-good. Reads {"texts": [...]} from standard input; copied beside their node_modules.
import { readFileSync } from 'node:fs'
import { text as alex } from 'alex'
import writeGood from 'write-good'

const chunks = []
for await (const chunk of process.stdin) chunks.push(chunk)
const { texts } = JSON.parse(Buffer.concat(chunks).toString('utf8'))
const version = (name) => JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url), 'utf8')).version
process.stdout.write(JSON.stringify({
  alex: { version: version('alex'), words: texts.map((t) => alex(t).messages.map((m) => String(m.actual ?? m.ruleId))) },
  'write-good': { version: version('write-good'), words: texts.map((t) => writeGood(t).map((m) => t.slice(m.index, m.index + m.offset))) }
}))
