// The table of messages in protocol/README.md.
const begin = '<!-- messages: written by generate.mjs -->';
const end = '<!-- end of messages -->';

const row = ({ name, tag, description }) =>
  `| \`${tag ?? name}\` | ${description.replaceAll('|', '\\|')} |`;

export function markdownTable(model) {
  const byName = new Map(model.definitions.map((definition) => [definition.name, definition]));
  const members = (union) => byName.get(union).members.map((name) => byName.get(name));
  const section = (title, definitions) =>
    [
      `### ${title}`,
      '',
      '| message | what it says |',
      '|---|---|',
      ...definitions.map(row),
      '',
    ].join('\n');
  const words = (title, values, label) =>
    [
      `### ${title}`,
      '',
      '| word | meaning |',
      '|---|---|',
      ...values.map((value) => `| ${label(value)} | ${value.description} |`),
      '',
    ].join('\n');
  const http = [
    ...['CreateBoard', 'BoardCreated', 'BoardCard', 'JoinBoard', 'Joined', 'Problem'],
    ...['IssueBadges', 'BadgesIssued', 'BadgeTrail', 'HelperIssued', 'Helpers'],
    ...['InviteInstitution', 'InstitutionInvited', 'ImportRows', 'ImportReport', 'BoardImported'],
  ];
  return [
    section('From a client', members('FromClient')),
    section('Commands', members('Command')),
    section('From the server', members('FromServer')),
    section('Changes in a state', members('Change')),
    section(
      'Bodies over HTTP',
      http.map((name) => byName.get(name)),
    ),
    words('Refusals', byName.get('RefusalWord').values, (value) => `\`${value.word}\``),
    words(
      'Close codes',
      byName.get('CloseCode').values,
      (value) => `${value.code} \`${value.word}\``,
    ),
    [
      '### Limits',
      '',
      '| name | value | what |',
      '|---|---|---|',
      ...model.limits.map(
        (limit) => `| \`${limit.name}\` | ${limit.value} | ${limit.description} |`,
      ),
      '',
    ].join('\n'),
  ].join('\n');
}

export function replaceBetweenMarkers(text, table) {
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error('protocol/README.md has lost its markers');
  return `${text.slice(0, from + begin.length)}\n\n${table}\n${text.slice(to)}`;
}
