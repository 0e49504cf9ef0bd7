/** The demo portfolio that a first start makes. */
export const demoPortfolio = { demoClients: 20_000, demoSeed: 7 }
