// What the image's health check runs: exit code 0 when the service answers that it is well.
// Plain JavaScript: it starts every minute, and types would be stripped each time.
const address = `http://127.0.0.1:${process.env.PORT || 3000}/healthz`
const isWell = await fetch(address, { signal: AbortSignal.timeout(8000) }).then(
  ({ ok }) => ok,
  () => false,
)
process.exitCode = isWell ? 0 : 1
