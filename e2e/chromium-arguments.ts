export const chromiumArguments = [
  '--no-sandbox', // containers run the tests as root
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
