import { describe, expect, test } from 'vitest'
import { matchCommands } from './match-commands.ts'

const commands = [
  { label: 'Comparer avec tous les clients' },
  { label: 'Comparer avec les 500 clients similaires', synonyms: 'proches voisins' },
  { label: 'Ouvrir le modèle', synonyms: 'calibration équité' },
  { label: 'Modèle sombre' },
]
const find = (query: string) => matchCommands(commands, query).map(({ label }) => label)

describe('A query of the palette', () => {
  test('finds every command when nothing is typed', () => {
    expect(find('')).toHaveLength(4)
    expect(find('  ·  ')).toHaveLength(4)
  })

  test('needs neither accents nor capitals nor whole words', () => {
    expect(find('MODELE somb')).toEqual(['Modèle sombre'])
    expect(find('sim comp')).toEqual(['Comparer avec les 500 clients similaires'])
    expect(find('equite')).toEqual(['Ouvrir le modèle'])
  })

  test('puts first what begins as it does', () => {
    expect(find('mod')).toEqual(['Modèle sombre', 'Ouvrir le modèle'])
  })

  test('finds nothing where a word of it begins none', () => {
    expect(find('comparer ailleurs')).toEqual([])
    expect(find('odele')).toEqual([])
  })
})
