import { allResources, allResourceTemplates } from './all-resources.ts'

/** What `resources/list` answers. */
export function listResourceDefinitions() {
  return allResources.map(({ uri, name, title, description, mimeType }) => ({
    uri,
    name,
    title,
    description,
    mimeType,
  }))
}

/** What `resources/templates/list` answers. */
export function listResourceTemplateDefinitions() {
  return allResourceTemplates.map(({ uriTemplate, name, title, description, mimeType }) => ({
    uriTemplate,
    name,
    title,
    description,
    mimeType,
  }))
}
