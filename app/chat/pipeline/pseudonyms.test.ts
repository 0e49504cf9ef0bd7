import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findWrittenClients, refuseCall } from './admit-call.ts'
import { createPseudonyms } from './pseudonyms.ts'

describe('A pseudonym', () => {
  test('stands for a client’s number in values and texts, however its digits are grouped, and is put back', () => {
    const { conceal, reveal } = createPseudonyms([100_002])
    const answer = {
      clientId: 100_002,
      sentence: 'Client 100 002 (100\u202f002, 100002)',
      creditAmount: 100_002,
    }
    expect(conceal(answer)).toEqual({
      clientId: 900_000_001,
      sentence: 'Client 900000001 (900000001, 900000001)',
      creditAmount: 100_002,
    })
    expect(reveal('Le client 900 000 001')).toBe('Le client 100002')
    expect(reveal({ clientId: 900_000_001 })).toEqual({ clientId: 100_002 })
  })

  test('is made for every client that an answer names, before the texts beside it', () => {
    const { conceal } = createPseudonyms([])
    expect(conceal([{ text: 'voir 100005' }, { clientId: 100_005 }])).toEqual([
      { text: 'voir 900000001' },
      { clientId: 900_000_001 },
    ])
  })

  test('leaves longer numbers that hold the same digits as they are', () => {
    const { conceal } = createPseudonyms([100_002])
    expect(conceal('1000025 et 5100002')).toBe('1000025 et 5100002')
  })

  test('put back gives what was concealed', () => {
    const ids = fc.integer({ min: 100_001, max: 456_255 })
    fc.assert(
      fc.property(fc.array(ids, { maxLength: 5 }), fc.string(), (clientIds, text) => {
        const { conceal, reveal } = createPseudonyms(clientIds)
        const json = { nearestClientIds: clientIds, note: `${text} ${clientIds.join(' ; ')}` }
        const concealed = conceal(json)
        for (const clientId of clientIds) {
          if (!text.includes(String(clientId)))
            expect(JSON.stringify(concealed)).not.toContain(String(clientId))
        }
        expect(reveal(concealed).nearestClientIds).toEqual(clientIds)
      }),
    )
  })
})

describe('A call', () => {
  const admitted = {
    open: 100_002,
    written: findWrittenClients(['Et le client 100 005 ?', 'n°100.007, 12 ans']),
  }

  test('is made for the open client and for those whose numbers were written', () => {
    for (const clientId of [100_002, 100_005, 100_007])
      expect(refuseCall({ clientId }, admitted, 'fr')).toBeNull()
    expect(refuseCall({ uri: 'client://100002/profile' }, admitted, 'fr')).toBeNull()
    expect(refuseCall({ uri: 'model://card' }, admitted, 'fr')).toBeNull()
    expect(refuseCall({ query: '1000' }, admitted, 'fr')).toBeNull()
  })

  test('is no call for an amount that was written', () => {
    const amounts = [
      'Et s’il empruntait 200 000 € ?',
      'avec 250000 euros',
      'un revenu de 180 000',
      '300000€ sur 24 mois',
    ]
    expect([...findWrittenClients(amounts)]).toEqual([])
    expect([
      ...findWrittenClients(['client 100,003', 'dossier 100-004', 'n° １００００５', 'compare 100006']),
    ]).toEqual([100_003, 100_004, 100_005, 100_006])
  })

  test('for anybody else is refused, in whatever form the number comes', () => {
    expect(refuseCall({ clientId: 100_003 }, admitted, 'fr')).toContain('100003')
    for (const clientId of ['100003', 'x', null, {}])
      expect(refuseCall({ clientId }, admitted, 'en')).not.toBeNull()
    expect(refuseCall({ uri: 'client://100003/profile' }, admitted, 'en')).not.toBeNull()
    expect(refuseCall({ uri: 'client://100002%2F..%2F100003/profile' }, admitted, 'en')).not.toBeNull()
  })
})
