import type { Ballot } from '../../protocol/messages';
import { UserText } from '../parts/UserText';
import { percent } from '../words';
import { apart, type Point, quadrantOf, quadrants } from './agreement';
import { Nothing } from './Nothing';
import { Pages } from './Pages';
import { say } from './words';

type AgreementProps = {
  readonly ballot: Ballot | undefined;
  readonly points: readonly Point[];
  readonly left: number;
};

/** Share of support by agreement of the colleges: a picture, its legend, and a table for who does not see it. */
export const Agreement = ({ ballot, points, left }: AgreementProps) => {
  if (!ballot) return <Nothing title={say('noBallot')} help={say('noBallotHelp')} />;
  if (ballot.method !== 'opinion') {
    return <Nothing title={say('agreementNot')} help={say('agreementNotHelp')} />;
  }
  if (ballot.state === 'open') {
    return <Nothing title={say('voteOpen')} help={say('afterVote')} />;
  }
  if (!ballot.resultsShown) {
    return <Nothing title={say('resultsLater')} help={say('resultsLaterHelp')} />;
  }
  if (points.length === 0) {
    return <Nothing title={say('agreementFew')} help={say('agreementFewHelp')} />;
  }
  return (
    <>
      <Pages
        title={say('agreementTitle')}
        fact={left > 0 ? say('agreementLeft', { count: left }) : say('agreementHelp')}
        beside={(from, to) => <Picture points={points} from={from} to={to} />}
        items={points.map((point) => ({
          key: point.proposal.id,
          content: (
            <>
              <span class="point-number">{point.proposal.number}</span>
              <div class="row-title">
                <h2>
                  <UserText text={point.proposal.title} language={point.proposal.language} />
                </h2>
                <p class="point-facts">{factsOf(point)}</p>
              </div>
            </>
          ),
        }))}
      />
      <Table points={points} />
    </>
  );
};

const factsOf = (point: Point): string =>
  say('pointFacts', {
    support: percent(point.support, 1) ?? '',
    agreement: Math.round(100 * point.agreement),
  });

/** The field of the points, and what is around it for words, in units of the picture. */
const field = { width: 130, height: 90 };
const names = 23;
const label = 13;
const dot = 15;

/** Above and below the field, so that no point ever stands on a name. */
const nameAt = {
  agreement: { x: 1, y: -14, anchor: 'start' },
  both: { x: field.width - 1, y: -14, anchor: 'end' },
  neither: { x: 1, y: field.height + 9, anchor: 'start' },
  majority: { x: field.width - 1, y: field.height + 9, anchor: 'end' },
} as const;

type PictureProps = {
  readonly points: readonly Point[];
  /** The points of this page have their numbers, the others are only there. */
  readonly from: number;
  readonly to: number;
};

/** Places and words say everything; no colour has a meaning of its own. */
const Picture = ({ points, from, to }: PictureProps) => {
  const { width, height } = field;
  const places = points.map(({ support, agreement }) => ({
    x: width * support,
    y: height * (1 - agreement),
  }));
  const shown = places.slice(from, to);
  const numbers = apart(shown, dot + 1, field);
  const top = -names;
  const bottom = height + names;
  return (
    <svg
      class="picture"
      viewBox={`${-label} ${top} ${label + width + 3} ${bottom - top + label}`}
      aria-hidden="true"
    >
      <rect class="picture-ground" x={0} y={top} width={width} height={bottom - top} />
      <rect
        class="picture-both"
        x={width / 2}
        y={top}
        width={width / 2}
        height={height / 2 - top}
      />
      <path class="picture-line" d={`M${width / 2} ${top}V${bottom}M0 ${height / 2}H${width}`} />
      <path class="picture-axis" d={`M0 ${top}V${bottom}H${width}`} />
      {quadrants.map((one) => {
        const { x, y, anchor } = nameAt[one];
        return (
          <text key={one} class="picture-name" x={x} y={y} text-anchor={anchor}>
            {say(`quadrant.${one}`)}
            <tspan x={x} dy={11}>
              {say(`quadrant.${one}.2`)}
            </tspan>
          </text>
        );
      })}
      <text x={width / 2} y={bottom + label - 3} text-anchor="middle">
        {say('axisSupport')}
      </text>
      <text x={-height / 2} y={-4} transform="rotate(-90)" text-anchor="middle">
        {say('axisAgreement')}
      </text>
      {places.map(({ x, y }, index) =>
        index >= from && index < to ? null : (
          <circle key={points[index]?.proposal.id} class="picture-other" cx={x} cy={y} r={1.5} />
        ),
      )}
      {numbers.map(({ x, y }, index) => {
        const at = shown[index];
        return at && Math.hypot(at.x - x, at.y - y) > 0.5 ? (
          <path
            key={points[from + index]?.proposal.id}
            class="picture-string"
            d={`M${x} ${y}L${at.x} ${at.y}`}
          />
        ) : null;
      })}
      {shown.map(({ x, y }, index) => (
        <circle
          key={points[from + index]?.proposal.id}
          class="picture-spot"
          cx={x}
          cy={y}
          r={1.5}
        />
      ))}
      {numbers.map(({ x, y }, index) => {
        const point = points[from + index];
        return point ? (
          <g key={point.proposal.id}>
            <circle class="picture-dot" cx={x} cy={y} r={dot / 2} />
            <text class="picture-number" x={x} y={y + 3.7} text-anchor="middle">
              {point.proposal.number}
            </text>
          </g>
        ) : null;
      })}
    </svg>
  );
};

/** The same in words, all pages at once. */
const Table = ({ points }: { readonly points: readonly Point[] }) => (
  <div class="unseen">
    <table>
      <caption>{say('agreementTitle')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('columnProposal')}</th>
          <th scope="col">{say('axisSupport')}</th>
          <th scope="col">{say('axisAgreement')}</th>
          <th scope="col">{say('columnPlace')}</th>
        </tr>
      </thead>
      <tbody>
        {points.map((point) => {
          const quadrant = quadrantOf(point);
          return (
            <tr key={point.proposal.id}>
              <th scope="row">
                {point.proposal.number}{' '}
                <UserText text={point.proposal.title} language={point.proposal.language} />
              </th>
              <td>{percent(point.support, 1)}</td>
              <td>{say('ofHundred', { value: Math.round(100 * point.agreement) })}</td>
              <td>
                {say(`quadrant.${quadrant}`)} {say(`quadrant.${quadrant}.2`)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  </div>
);
