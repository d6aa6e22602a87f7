// Written by protocol/generate.mjs from protocol/koudmen.schema.json. Change those instead.
// biome-ignore-all format: it is read as a diff of the schema.
import { type Check, day, flag, list, pattern, read, record, tagged, text, whole, word } from './check.ts';

/** The protocol version that is spoken here, told in the hello and the welcome. */
export const version = 1;
export const subprotocol = 'koudmen.v1';

/** Numbers that a client has to keep to. */
export * as limits from './limits.ts';

/** Why the server closes a socket. 4000 to 4499: come back. 4500 to 4999: do not. */
export const closeCodes = {
  /** The server is stopping or restarting. */
  restarting: 4000,
  /** The device took too long to read what was sent. */
  tooSlow: 4001,
  /** The board could not be saved and is being read again from disk. */
  roomLost: 4002,
  /** Nothing was heard from the device for too long, or no hello in time. */
  silent: 4003,
  /** The server has no seat left for now. */
  full: 4004,
  /** There is no board with this code. */
  unknownBoard: 4500,
  /** The credential is not one of this board. */
  unknownCredential: 4501,
  /** The socket sent something that is not this protocol. */
  badMessages: 4502,
  /** The first message must be a hello. */
  noHello: 4503,
  /** The protocol version is not spoken here. */
  unsupportedVersion: 4504,
  /** The badge of this participant is now used on another device. */
  badgeMoved: 4505,
} as const;
export type CloseCode = (typeof closeCodes)[keyof typeof closeCodes];

/** Whether a client whose socket was closed with this code should come back. */
export const mayReturn = (code: number): boolean => code < 4500 || code > 4999;

/** Why a command or a request is refused. */
export const refusalWordWords = [
  'malformed',
  'unknownWord',
  'notAllowed',
  'phaseForbids',
  'boardClosed',
  'superseded',
  'tooManyDevices',
  'required',
  'tooLong',
  'badText',
  'tooMany',
  'unknownAxis',
  'unknownCollege',
  'unknownProposal',
  'unknownComment',
  'unknownBallot',
  'idTaken',
  'notYours',
  'editTimeOver',
  'wrongStatus',
  'ballotNotOpen',
  'ballotOpen',
  'ballotNotClosed',
  'notInBallot',
  'nothingToVoteOn',
  'badDates',
  'busy',
  'notSaved',
  'unknownBoard',
  'unknownCredential',
  'notOfMethod',
  'overMaximum',
  'overBudget',
  'overCap',
  'badgeRequired',
  'unknownBadge',
  'badgeMoved',
  'claimed',
  'muted',
  'unknownParticipant',
  'unknownHelper',
  'unknownStep',
  'stepPlaying',
  'noStepPlaying',
  'unknownTemplate',
  'unknownScreen',
  'rehearsalOver',
  'noRehearsal',
  'notATable',
  'unknownInstitution',
  'unknownCommitment',
  'resultsHidden',
] as const;
export type RefusalWord = (typeof refusalWordWords)[number];

/** A board's join code. */
export type Code = string;

/** 128 random bits that say who acts, in Crockford base32, lower case. */
export type Credential = string;

/** A device, named by itself. */
export type DeviceId = string;

/** A proposal, named by its author's device. */
export type ProposalId = string;

/** A comment, named by its author's device. */
export type CommentId = string;

/** A ballot, named by the facilitator's device. */
export type BallotId = string;

/** An axis of a board. */
export type AxisId = string;

/** A college of a board. */
export type CollegeId = string;

/** A step of the agenda, named by whoever plans it. */
export type StepId = string;

/** Milliseconds since 1970-01-01 UTC. Clocks only label; order comes from positions. */
export type Moment = number;

/** The number of an event in its board: 1, 2, 3. 0 is before the first. */
export type Position = number;

/** A device's counter of its own commands: 1, 2, 3. */
export type Operation = number;

/** A participant of a board, as others know them. */
export type ParticipantNumber = number;

/** A screen of a board. 1 is the plenary's and always there. */
export type ScreenNumber = number;

/** What people call a screen. */
export type ScreenTitle = string;

/** An institution invited to a board. */
export type InstitutionNumber = number;

/** Title of a board. */
export type BoardTitle = string;

/** Title of an axis or a college. */
export type Label = string;

/** Title of a proposal. */
export type Title = string;

/** Description of a proposal. */
export type Description = string;

/** A comment. */
export type CommentText = string;

/** A name given by a participant. */
export type Name = string;

/** A question to an author, or words on a decision. */
export type Remark = string;

/** The question of a ballot. */
export type Question = string;

/** An organisation that leads an action or takes part. */
export type Organisation = string;

/** Why something that was ended is opened again. */
export type Reason = string;

/** What a step of the agenda is, as everybody reads it. */
export type StepTitle = string;

/** What the desk tells everybody, in a line. */
export type MessageText = string;

/** A few words in a commitment: an indicator, a need, a place, who benefits. */
export type Phrase = string;

/** What an indicator counts in. */
export type Unit = string;

/** What an institution tells of its progress. */
export type News = string;

/** A calendar day, year-month-day. */
export type Day = string;

/** A language in which people write and the pages speak. */
export const languageWords = [
  'fr',
  'gcf',
  'en',
] as const;
export type Language = (typeof languageWords)[number];

/** What a credential allows. */
export const roleWords = [
  'participant',
  'moderator',
  'facilitator',
  'screen',
  'observer',
  'helper',
  'institution',
] as const;
export type Role = (typeof roleWords)[number];

/** A named set of switches. */
export const phaseWords = [
  'collect',
  'moderate',
  'discuss',
  'vote',
  'reveal',
  'closed',
] as const;
export type Phase = (typeof phaseWords)[number];

/** What a comment is. */
export const stanceWords = [
  'for',
  'against',
  'question',
  'note',
] as const;
export type Stance = (typeof stanceWords)[number];

/** What one participant says of one proposal. Each method has a range of these words, its scale: opinion from support to oppose, approval approve alone, dots from oneDot to tenDots, grades from veryGood to toReject. */
export const choiceWords = [
  'support',
  'neutral',
  'oppose',
  'approve',
  'oneDot',
  'twoDots',
  'threeDots',
  'fourDots',
  'fiveDots',
  'sixDots',
  'sevenDots',
  'eightDots',
  'nineDots',
  'tenDots',
  'veryGood',
  'good',
  'fairlyGood',
  'passable',
  'insufficient',
  'toReject',
] as const;
export type Choice = (typeof choiceWords)[number];

/** How a ballot is voted. */
export const methodWords = [
  'opinion',
  'approval',
  'dots',
  'grades',
] as const;
export type Method = (typeof methodWords)[number];

/** How many. */
export type Count = number;

/** When the results of a ballot show. */
export const resultsRuleWords = [
  'live',
  'afterOwnVote',
  'afterClosing',
  'whenRevealed',
] as const;
export type ResultsRule = (typeof resultsRuleWords)[number];

/** Where a ballot stands. */
export const ballotStateWords = [
  'open',
  'closed',
  'revealed',
  'orderRevealed',
] as const;
export type BallotState = (typeof ballotStateWords)[number];

/** What of the results is revealed. */
export const revealStepWords = [
  'numbers',
  'order',
] as const;
export type RevealStep = (typeof revealStepWords)[number];

/** A hash: SHA-256 in lower-case hexadecimal. */
export type Sha256 = string;

/** What decides between equal proposals, drawn when the ballot opens. */
export type Seed = string;

/** Where a proposal stands. */
export const proposalStatusWords = [
  'submitted',
  'returned',
  'declined',
  'published',
  'withdrawn',
  'adopted',
  'adoptedWithChanges',
  'toStudy',
  'notRetained',
  'merged',
] as const;
export type ProposalStatus = (typeof proposalStatusWords)[number];

/** What the room decided. */
export const decisionWords = [
  'adopted',
  'adoptedWithChanges',
  'toStudy',
  'notRetained',
] as const;
export type Decision = (typeof decisionWords)[number];

/** What an institution says to an action. */
export const responseWords = [
  'accepted',
  'acceptedWithChanges',
  'declined',
] as const;
export type Response = (typeof responseWords)[number];

/** What an institution needs help with, in the vocabulary of the national roadmap's tool. */
export const needCodeWords = [
  'territorialDiagnosis',
  'roadmapWriting',
  'legalSupport',
  'localFund',
  'grantFiles',
  'governance',
  'reconditioning',
  'territorialData',
  'awareness',
  'qualiopi',
] as const;
export type NeedCode = (typeof needCodeWords)[number];

/** How far a commitment is. */
export const progressWords = [
  'planned',
  'started',
  'done',
  'abandoned',
] as const;
export type Progress = (typeof progressWords)[number];

/** What a table holds. */
export const importKindWords = [
  'proposals',
  'axes',
  'colleges',
  'badges',
] as const;
export type ImportKind = (typeof importKindWords)[number];

/** Why a proposal was declined. */
export const declineReasonWords = [
  'offTopic',
  'duplicate',
  'notAnAction',
  'disrespectful',
  'personalData',
  'other',
] as const;
export type DeclineReason = (typeof declineReasonWords)[number];

/** What the plenary screen shows. */
export const viewWords = [
  'join',
  'proposals',
  'proposal',
  'results',
  'roadmap',
  'blank',
  'agreement',
  'colleges',
] as const;
export type View = (typeof viewWords)[number];

/** When a proposal is read by a moderator. */
export const moderationWords = [
  'before',
  'after',
] as const;
export type Moderation = (typeof moderationWords)[number];

/** Who may join a board. */
export const admissionWords = [
  'open',
  'badges',
] as const;
export type Admission = (typeof admissionWords)[number];

/** By which way somebody takes part. */
export const channelWords = [
  'phone',
  'shared',
  'assisted',
  'paper',
] as const;
export type Channel = (typeof channelWords)[number];

/** How a helper's tablet is used: by the person, or by the helper for the person. */
export const tabletUseWords = [
  'shared',
  'assisted',
] as const;
export type TabletUse = (typeof tabletUseWords)[number];

/** What a badge was used for. */
export const deedWords = [
  'joined',
  'moved',
  'proposed',
  'commented',
  'voted',
] as const;
export type Deed = (typeof deedWords)[number];

/** A helper's link: 1, 2, 3. */
export type HelperNumber = number;

/** What is printed on a badge, without look-alikes: 49 random bits. (A sign to check it by would leave too few of them.) */
export type BadgeCode = string;

/** The number printed on a badge: 1, 2, 3. */
export type BadgeNumber = number;

/** Where a step of the agenda stands. */
export const stepStateWords = [
  'waiting',
  'playing',
  'paused',
  'done',
  'skipped',
] as const;
export type StepState = (typeof stepStateWords)[number];

/** A ballot that a step of the agenda will open, over all that is published by then. */
export type BallotPlan = {
  readonly question: Question;
  readonly method: Method;
  readonly results: ResultsRule;
};

/** A step of the agenda: what is planned. */
export type Step = {
  readonly id: StepId;
  readonly title: StepTitle;
  readonly phase: Phase;
  /** How long it should take. */
  readonly minutes: number;
  readonly ballot?: BallotPlan;
};

/** A step of the agenda as it stands. What its ballot will be is told to the desk. */
export type StepNow = {
  readonly id: StepId;
  readonly title: StepTitle;
  readonly phase: Phase;
  /** How long it should take. */
  readonly minutes: number;
  readonly ballot?: BallotPlan;
  readonly state: StepState;
};

/** What a phase lets participants do, and whether results may show at all. */
export type Switches = {
  readonly propose: boolean;
  readonly comment: boolean;
  readonly vote: boolean;
  readonly results: boolean;
};

/** The switches of one phase. */
export type PhaseSwitches = {
  readonly phase: Phase;
  readonly switches: Switches;
};

/** A theme of the roadmap. */
export type Axis = {
  readonly id: AxisId;
  readonly title: Label;
};

/** A group of stakeholders. */
export type College = {
  readonly id: CollegeId;
  readonly title: Label;
};

/** How a board works. */
export type Settings = {
  readonly moderation: Moderation;
  /** Proposals one participant may have handed in. */
  readonly proposalsPerParticipant: number;
  readonly admission?: Admission;
  /** Whether what a participant proposes is published at once from their first published proposal on. */
  readonly trustsAfterFirst?: boolean;
};

/** The first message on a socket. Without a credential one observes. `position` is how far this device was told: only what changed since is sent. A tablet names its `helper`, and what is done on it is told apart. */
export type Hello = {
  readonly type: 'hello';
  /** The protocol version spoken. */
  readonly version: number;
  readonly board: Code;
  readonly credential?: Credential;
  readonly device: DeviceId;
  readonly position?: Position;
  readonly helper?: Credential;
  readonly use?: TabletUse;
};

/** A command. It may be sent again, on any connection, until it is answered: it has one effect. `position` is how far the device had been told when the command was made: what was made in a rehearsal is refused once that is purged. */
export type CommandRequest = {
  readonly type: 'command';
  readonly operation: Operation;
  readonly position?: Position;
  readonly command: Command;
};

/** Is anybody there? */
export type Ping = {
  readonly type: 'ping';
};

/** A desk begins to read a proposal, so that no other moderator treats it meanwhile, or (`claimed` false) lets go of it. A desk reads one at a time. It is not answered: who reads what is told as claims. It is not part of the journal. */
export type Claim = {
  readonly type: 'claim';
  readonly proposal: ProposalId;
  readonly claimed: boolean;
};

/** Which proposals have a title like this text? Of those that this seat sees, without `except`. Answered with a similar message, unless the seat asks anew before. */
export type SimilarTo = {
  readonly type: 'similarTo';
  readonly text: Title;
  readonly except?: ProposalId;
};

/** Everything a client sends. */
export type FromClient =
  | Hello
  | CommandRequest
  | Ping
  | Claim
  | SimilarTo;

/** What may be asked of a board. Each states the wanted end, so asking twice is harmless. */
export type Command =
  | Introduce
  | SubmitProposal
  | EditProposal
  | WithdrawProposal
  | CastChoice
  | SubmitComment
  | PublishProposal
  | ReturnProposal
  | DeclineProposal
  | RequeueProposal
  | HideComment
  | OpenPhase
  | ConfigurePhase
  | OpenBallot
  | CloseBallot
  | ReopenBallot
  | RevealBallot
  | Show
  | StartTimer
  | StopTimer
  | DecideProposal
  | RewordProposal
  | RestoreProposal
  | ConfigureModeration
  | TrustParticipant
  | MuteParticipant
  | MergeProposal
  | UnmergeProposal
  | LeaveMerge
  | RecordPaper
  | SendMessage
  | SetAgenda
  | PlayStep
  | PauseStep
  | EndStep
  | SkipStep
  | ArrangeScreens
  | StartRehearsal
  | PurgeRehearsal
  | SendUp
  | RevokeInstitution
  | OfferCommitment
  | ConfirmCommitment
  | ReportProgress;

/** Give, change or (when `name` is absent) take back the name others see. */
export type Introduce = {
  readonly type: 'introduce';
  readonly name?: Name;
};

/** Put a roadmap action forward. The id is made by the sender. `language` is that of its words; without it they are in the board's, here and in every text that names one. */
export type SubmitProposal = {
  readonly type: 'submitProposal';
  readonly proposal: ProposalId;
  readonly title: Title;
  readonly description: Description;
  readonly axis: AxisId;
  readonly language?: Language;
};

/** Replace the text of one's own proposal: within five minutes of submitting it, or to answer the question it was returned with, which sends it to the moderators again. */
export type EditProposal = {
  readonly type: 'editProposal';
  readonly proposal: ProposalId;
  readonly title: Title;
  readonly description: Description;
  readonly axis: AxisId;
  readonly language?: Language;
};

/** Take one's own proposal back, or (`withdrawn` false) hand it in again to the moderators. */
export type WithdrawProposal = {
  readonly type: 'withdrawProposal';
  readonly proposal: ProposalId;
  readonly withdrawn: boolean;
};

/** Say what one thinks of a proposal in an open ballot. The choice replaces the former one; without `choice` it is taken back. */
export type CastChoice = {
  readonly type: 'castChoice';
  readonly ballot: BallotId;
  readonly proposal: ProposalId;
  readonly choice?: Choice;
};

/** Comment on a published proposal. */
export type SubmitComment = {
  readonly type: 'submitComment';
  readonly comment: CommentId;
  readonly proposal: ProposalId;
  readonly stance: Stance;
  readonly text: CommentText;
  readonly language?: Language;
};

/** Let the whole room see a proposal. With `from`, here as in every moderation, only where it still has the status that the moderator saw. */
export type PublishProposal = {
  readonly type: 'publishProposal';
  readonly proposal: ProposalId;
  readonly from?: ProposalStatus;
};

/** Send a proposal back to its author with a question. */
export type ReturnProposal = {
  readonly type: 'returnProposal';
  readonly proposal: ProposalId;
  readonly question: Remark;
  readonly from?: ProposalStatus;
};

/** Decline a proposal, with a reason and, if useful, words for its author. */
export type DeclineProposal = {
  readonly type: 'declineProposal';
  readonly proposal: ProposalId;
  readonly reason: DeclineReason;
  readonly words?: Remark;
  readonly from?: ProposalStatus;
};

/** Undo a moderation: the proposal waits in the queue again. */
export type RequeueProposal = {
  readonly type: 'requeueProposal';
  readonly proposal: ProposalId;
  readonly from?: ProposalStatus;
};

/** Hide a comment from the room, or (`hidden` false) show it again. */
export type HideComment = {
  readonly type: 'hideComment';
  readonly comment: CommentId;
  readonly hidden: boolean;
};

/** Enter a phase, whichever came before. One that was left, or any phase of a closed board, is opened again only with a `reason`; closing never takes one. */
export type OpenPhase = {
  readonly type: 'openPhase';
  readonly phase: Phase;
  readonly reason?: Reason;
};

/** Set the switches of a phase. */
export type ConfigurePhase = {
  readonly type: 'configurePhase';
  readonly phase: Phase;
  readonly switches: Switches;
};

/** Open a ballot on the listed proposals, or without a list on all that are published now. One ballot at most is open at a time. Only terms of its method may be there: `maximum` for approval, `budget` and `cap` for dots (usually one dot for four proposals, from three to ten, and at most three on one), `judgmentsMin` for grades (usually five). With `follows` it is another round of that ballot, of the same method, without a list on what of it the room still sees. */
export type OpenBallot = {
  readonly type: 'openBallot';
  readonly ballot: BallotId;
  readonly question: Question;
  readonly method: Method;
  readonly results: ResultsRule;
  readonly proposals?: readonly ProposalId[];
  /** Approval: how many proposals a person may mark. Without it, any number. */
  readonly maximum?: number;
  /** Dots: how many a person has. */
  readonly budget?: number;
  /** Dots: how many a person may lay on one proposal. */
  readonly cap?: number;
  /** Grades: a proposal that fewer people judged is not ranked. */
  readonly judgmentsMin?: number;
  readonly follows?: BallotId;
};

/** Close an open ballot: no choice changes any more. */
export type CloseBallot = {
  readonly type: 'closeBallot';
  readonly ballot: BallotId;
};

/** Open a closed or revealed ballot again, with every choice it had. The reason is kept and published. */
export type ReopenBallot = {
  readonly type: 'reopenBallot';
  readonly ballot: BallotId;
  readonly reason: Remark;
};

/** Reveal the results of a closed ballot: all of them, or (`step` order) first only the order. */
export type RevealBallot = {
  readonly type: 'revealBallot';
  readonly ballot: BallotId;
  readonly step?: RevealStep;
};

/** Choose what a screen shows: the first, or the one that `screen` names. `proposal` is needed by the view of that name, `ballot` by results, agreement and colleges; colleges are of one proposal where `proposal` names it. Agreement is of opinions alone. */
export type Show = {
  readonly type: 'show';
  readonly view: View;
  readonly proposal?: ProposalId;
  readonly ballot?: BallotId;
  readonly screen?: ScreenNumber;
};

/** Start the timer, or start it anew. */
export type StartTimer = {
  readonly type: 'startTimer';
  /** How long, in seconds. */
  readonly seconds: number;
};

/** Stop the timer and take it off the screens. */
export type StopTimer = {
  readonly type: 'stopTimer';
};

/** Record what the room decided of a proposal; without `decision` the decision is undone. */
export type DecideProposal = {
  readonly type: 'decideProposal';
  readonly proposal: ProposalId;
  readonly decision?: Decision;
  readonly words?: Remark;
  readonly lead?: Organisation;
  readonly partners?: readonly Organisation[];
  readonly start?: Day;
  readonly end?: Day;
};

/** Give a proposal other words or another axis. The former ones stay in sight. */
export type RewordProposal = {
  readonly type: 'rewordProposal';
  readonly proposal: ProposalId;
  readonly title: Title;
  readonly description: Description;
  readonly axis: AxisId;
  readonly from?: ProposalStatus;
};

/** Undo the last rewording of a proposal. */
export type RestoreProposal = {
  readonly type: 'restoreProposal';
  readonly proposal: ProposalId;
  readonly from?: ProposalStatus;
};

/** When proposals are moderated, and whether who had one published is trusted from then on. */
export type ConfigureModeration = {
  readonly type: 'configureModeration';
  readonly moderation: Moderation;
  readonly trustsAfterFirst: boolean;
};

/** Publish at once what this participant proposes from now on, or (`trusted` false) no more. */
export type TrustParticipant = {
  readonly type: 'trustParticipant';
  readonly participant: ParticipantNumber;
  readonly trusted: boolean;
};

/** Take nothing more from this participant but votes, or (`muted` false) take it again. */
export type MuteParticipant = {
  readonly type: 'muteParticipant';
  readonly participant: ParticipantNumber;
  readonly muted: boolean;
};

/** Make a published proposal a part of another, which stands for both: who supports either supports it, once. */
export type MergeProposal = {
  readonly type: 'mergeProposal';
  readonly proposal: ProposalId;
  readonly into: ProposalId;
  readonly from?: ProposalStatus;
};

/** Undo a merge: the proposal is by itself again, with the choices it had. */
export type UnmergeProposal = {
  readonly type: 'unmergeProposal';
  readonly proposal: ProposalId;
  readonly from?: ProposalStatus;
};

/** Let one's choice on a merged proposal not count for what it was merged into. */
export type LeaveMerge = {
  readonly type: 'leaveMerge';
  readonly proposal: ProposalId;
};

/** What a sheet of paper says of one proposal. */
export type Mark = {
  readonly proposal: ProposalId;
  readonly choice: Choice;
};

/** Type a paper ballot, by the facilitator or a helper. It is the whole of what its badge says in this ballot: what was said before by any way is replaced, and what it leaves blank is not said. The college is needed for a badge that nobody used before. */
export type RecordPaper = {
  readonly type: 'recordPaper';
  readonly ballot: BallotId;
  readonly badge: BadgeNumber;
  readonly college?: CollegeId;
  readonly marks: readonly Mark[];
};

/** Show a message on every phone and screen, in place of the former one; without `text` it is taken away. */
export type SendMessage = {
  readonly type: 'sendMessage';
  readonly text?: MessageText;
};

/** Plan the whole agenda anew: add, change, move and remove steps. A step keeps its state by its id; the one that plays must stay. */
export type SetAgenda = {
  readonly type: 'setAgenda';
  readonly steps: readonly Step[];
};

/** Make a step the one the room is at: its phase opens, its time starts, its ballot opens under the id given here, and the ballot of the step before is closed. A paused step goes on with the time it had left. */
export type PlayStep = {
  readonly type: 'playStep';
  readonly step: StepId;
  readonly ballot?: BallotId;
};

/** Let the time of the step that plays stand still. */
export type PauseStep = {
  readonly type: 'pauseStep';
};

/** End the step that plays, with its ballot and its time; nothing plays then. */
export type EndStep = {
  readonly type: 'endStep';
};

/** Leave a step out, or (`skipped` false) plan it again. */
export type SkipStep = {
  readonly type: 'skipStep';
  readonly step: StepId;
  readonly skipped: boolean;
};

/** A screen and what people call it. */
export type ScreenName = {
  readonly screen: ScreenNumber;
  readonly name: ScreenTitle;
};

/** Say which screens there are. The first one stays; walls of one that is no more show the first. */
export type ArrangeScreens = {
  readonly type: 'arrangeScreens';
  readonly screens: readonly ScreenName[];
};

/** Rehearse: from here on nothing counts, and everybody sees so. */
export type StartRehearsal = {
  readonly type: 'startRehearsal';
};

/** End the rehearsal: the board is again what it was when it began, but for who joined and what was planned. */
export type PurgeRehearsal = {
  readonly type: 'purgeRehearsal';
};

/** Send a proposal of a table's board up to this one, under the id it has there, with the number and the college it has there. Sent again it changes nothing. */
export type SendUp = {
  readonly type: 'sendUp';
  readonly proposal: ProposalId;
  readonly title: Title;
  readonly description: Description;
  readonly axis: AxisId;
  readonly language?: Language;
  readonly college: CollegeId;
  /** Its order of arrival at the table. */
  readonly number: number;
};

/** Take the link of an institution back. What it said stays. */
export type RevokeInstitution = {
  readonly type: 'revokeInstitution';
  readonly institution: InstitutionNumber;
};

/** How it will be seen that an action does what it is for. `baseline` is today's value, where it is known. */
export type Indicator = {
  readonly name: Phrase;
  readonly unit?: Unit;
  /** The value today. */
  readonly baseline?: number;
  /** The value aimed at. */
  readonly target: number;
};

/** An institution's answer to an action, whole. Words are needed unless it accepts as is; who declines promises nothing else. Lists that are absent are empty. */
export type Pledge = {
  readonly response: Response;
  readonly words?: Remark;
  readonly lead?: Organisation;
  readonly partners?: readonly Organisation[];
  readonly start?: Day;
  readonly end?: Day;
  readonly indicators?: readonly Indicator[];
  /** Euros. */
  readonly budget?: number;
  readonly needs?: readonly NeedCode[];
  readonly otherNeeds?: readonly Phrase[];
  readonly audience?: readonly Phrase[];
  readonly places?: readonly Phrase[];
};

/** An institution answers an action that the room adopted; without `pledge` it takes back what waits. The answer counts once the facilitator has confirmed it. */
export type OfferCommitment = {
  readonly type: 'offerCommitment';
  readonly proposal: ProposalId;
  readonly pledge?: Pledge;
};

/** Confirm the answer of an institution that was read, known by its `revision`, or (`confirmed` false) take a confirmed one back. */
export type ConfirmCommitment = {
  readonly type: 'confirmCommitment';
  readonly proposal: ProposalId;
  readonly institution: InstitutionNumber;
  /** Which of its answers. */
  readonly revision: number;
  readonly confirmed: boolean;
};

/** How far a commitment is. */
export type ProgressReport = {
  readonly progress: Progress;
  /** How much of it is done, in percent. */
  readonly percent?: number;
  readonly news?: News;
};

/** An institution says how far its commitment is. The last report counts, all are kept. */
export type ReportProgress = {
  readonly type: 'reportProgress';
  readonly proposal: ProposalId;
  readonly report: ProgressReport;
};

/** Why not, with the field it is about and the limit it met where there is one. */
export type Refusal = {
  readonly word: RefusalWord;
  readonly field?: string;
  /** The limit. */
  readonly limit?: number;
};

/** What became of a command: done when there is no refusal. */
export type Answer = {
  readonly operation: Operation;
  readonly refusal?: Refusal;
};

/** What the room decided, and who carries it. */
export type DecisionRecord = {
  readonly decision: Decision;
  readonly at: Moment;
  readonly words?: Remark;
  readonly lead?: Organisation;
  readonly partners: readonly Organisation[];
  readonly start?: Day;
  readonly end?: Day;
};

/** A proposal. `language` is that of its words where it is not the board's. `table` names the table that sent it up. What moderators told its author is there only for the author and the desk. */
export type Proposal = {
  readonly id: ProposalId;
  /** Its order of arrival: 1, 2, 3. */
  readonly number: number;
  readonly title: Title;
  readonly description: Description;
  readonly axis: AxisId;
  readonly language?: Language;
  readonly author?: ParticipantNumber;
  readonly authorName?: Name;
  readonly college?: CollegeId;
  readonly table?: Name;
  readonly status: ProposalStatus;
  readonly submittedAt: Moment;
  readonly question?: Remark;
  readonly reason?: DeclineReason;
  readonly words?: Remark;
  readonly decision?: DecisionRecord;
  readonly mergedInto?: ProposalId;
  readonly rewordedFrom?: Wording;
  /** True where the desk sees that its author is trusted. */
  readonly authorTrusted?: boolean;
  /** True where the desk sees that its author is muted. */
  readonly authorMuted?: boolean;
  /** True where it was prepared elsewhere; then it has neither author nor college. */
  readonly imported?: boolean;
};

/** A proposal's words, as its author wrote them before the moderators reworded it. */
export type Wording = {
  readonly title: Title;
  readonly description: Description;
  readonly axis: AxisId;
};

/** A comment, by a participant (`author`) or officially by an institution (`institution`, the name). */
export type Comment = {
  readonly id: CommentId;
  readonly proposal: ProposalId;
  readonly author?: ParticipantNumber;
  readonly authorName?: Name;
  readonly stance: Stance;
  readonly text: CommentText;
  readonly language?: Language;
  readonly at: Moment;
  /** True where the desk or the author sees a hidden comment. */
  readonly hidden?: boolean;
  /** True where the desk sees that its author is muted. */
  readonly authorMuted?: boolean;
  readonly institution?: Organisation;
};

/** An institution invited to the board. `revoked` when its link works no more. */
export type Institution = {
  readonly number: InstitutionNumber;
  readonly name: Organisation;
  readonly revoked: boolean;
};

/** How far a commitment was, and when that was said. */
export type ProgressRecord = {
  readonly at: Moment;
  readonly report: ProgressReport;
};

/** What an institution answered to an action. `standing` was confirmed; `waiting` is told only to the desk and to institutions. `progress` is first come first. */
export type Commitment = {
  readonly proposal: ProposalId;
  readonly institution: InstitutionNumber;
  readonly name: Organisation;
  /** Counts its answers: 1, 2, 3. */
  readonly revision?: number;
  readonly waiting?: Pledge;
  readonly standing?: Pledge;
  readonly confirmedAt?: Moment;
  readonly progress: readonly ProgressRecord[];
};

/** A ballot. `commitment` is the hash of its `seed`, which is told once the order shows; `reopenings` are told to the desk. */
export type Ballot = {
  readonly id: BallotId;
  /** Its order: 1, 2, 3. */
  readonly number: number;
  readonly question: Question;
  readonly method: Method;
  readonly results: ResultsRule;
  readonly state: BallotState;
  readonly proposals: readonly ProposalId[];
  readonly openedAt: Moment;
  readonly closedAt?: Moment;
  /** Whether everybody may see the results now. */
  readonly resultsShown: boolean;
  readonly maximum?: Count;
  readonly budget?: Count;
  readonly cap?: Count;
  readonly judgmentsMin?: Count;
  /** Whether everybody may see in which order the proposals stand. */
  readonly orderShown: boolean;
  readonly follows?: BallotId;
  readonly commitment?: Sha256;
  readonly seed?: Seed;
  readonly reopenings?: readonly Reopening[];
  /** Merged proposals whose choices it counts for what they were merged into. */
  readonly joined?: readonly ProposalId[];
};

/** When a ballot was opened again, and why. */
export type Reopening = {
  readonly at: Moment;
  readonly reason?: Remark;
};

/** Where a proposal stands in a ballot. Without `rank` too few people judged it. `drawn`: it is equal to a neighbour, and the seed decided. With the results of an opinion: `controversial` when the room is divided on it, and `consensus`, how far the colleges agree, in parts of 10000; the desk and the screens are also told what each college said. */
export type Standing = {
  readonly proposal: ProposalId;
  readonly rank?: Count;
  readonly drawn?: boolean;
  readonly controversial?: boolean;
  readonly consensus?: Count;
  readonly colleges?: readonly CollegeResult[];
};

/** Counts of one proposal in one ballot: people, not acts, by level of the method's scale. Their sum are the people who expressed a choice on it. */
export type Tally = {
  readonly ballot: BallotId;
  readonly proposal: ProposalId;
  readonly counts: readonly Count[];
};

/** What a college said of a proposal: people by level of the method's scale. Without `counts` it is suppressed, since few people are in it, or others would follow from it. */
export type CollegeResult = {
  readonly college: CollegeId;
  readonly counts?: readonly Count[];
};

/** A number of people of one college. */
export type CollegeCount = {
  readonly college: CollegeId;
  /** People. */
  readonly count: number;
};

/** One's own choice; without `choice` there is none (any more). */
export type OwnChoice = {
  readonly ballot: BallotId;
  readonly proposal: ProposalId;
  readonly choice?: Choice;
};

/** A merged proposal on which one has a choice in this ballot, and whether that choice counts for what it was merged into. */
export type OwnPart = {
  readonly ballot: BallotId;
  readonly proposal: ProposalId;
  readonly counts: boolean;
};

/** How many people have a choice in a ballot, told beside tallies so that both are of one moment. */
export type Turnout = {
  readonly ballot: BallotId;
  /** People with at least one choice. */
  readonly voters: number;
};

/** What only this participant is told, each part replacing what was told of the same thing before: own name, own choices, own proposals and comments in whatever state, and tallies shown after one's own vote, each with the turnout of its ballot. */
export type Yours = {
  readonly participant?: ParticipantNumber;
  readonly name?: Name;
  readonly college?: CollegeId;
  /** True while nothing but votes is taken from this participant. */
  readonly muted?: boolean;
  readonly choices: readonly OwnChoice[];
  readonly proposals: readonly Proposal[];
  readonly comments: readonly Comment[];
  readonly tallies: readonly Tally[];
  readonly turnouts?: readonly Turnout[];
  readonly parts?: readonly OwnPart[];
};

/** The answer to a hello: who one is here. A state follows. */
export type Welcome = {
  readonly type: 'welcome';
  /** The protocol version. */
  readonly version: number;
  readonly role: Role;
  readonly now: Moment;
  readonly participant?: ParticipantNumber;
  readonly institution?: InstitutionNumber;
  /** The highest operation of this device that was accepted, 0 if none. */
  readonly operation: number;
  /** The number of this desk among those that are here, as claims name it. */
  readonly desk?: number;
};

/** What changed, up to `position`. With `full` everything known before is to be forgotten first. With `more` the next message goes on with it at once, and nothing is to be shown in between. With `resume` the device should send its unanswered commands again, since an answer may have been dropped. */
export type State = {
  readonly type: 'state';
  readonly position: Position;
  readonly full?: boolean;
  readonly more?: boolean;
  readonly resume?: boolean;
  readonly changes: readonly Change[];
  readonly yours?: Yours;
  readonly answers?: readonly Answer[];
};

/** A frame that could not be read. `operation` is there where it could be. */
export type Rejected = {
  readonly type: 'rejected';
  readonly operation?: Operation;
  readonly refusal: Refusal;
};

/** Yes. */
export type Pong = {
  readonly type: 'pong';
  readonly now: Moment;
};

/** A proposal whose title is like a text. */
export type Likeness = {
  readonly proposal: ProposalId;
  /** How much, in parts of 1000. */
  readonly parts: number;
};

/** The proposals with a title like that text, the most alike first. */
export type Similar = {
  readonly type: 'similar';
  readonly text: Title;
  readonly found: readonly Likeness[];
};

/** Everything the server sends. */
export type FromServer =
  | Welcome
  | State
  | Rejected
  | Pong
  | Similar;

/** A whole thing as it now stands; a later one replaces it. */
export type Change =
  | BoardChange
  | PhaseChange
  | ParticipantsChange
  | PresenceChange
  | ActivityChange
  | ScreensChange
  | TimerChange
  | ProposalChange
  | ProposalGoneChange
  | CommentChange
  | CommentGoneChange
  | BallotChange
  | TurnoutChange
  | TallyChange
  | RankingChange
  | ClaimsChange
  | MessageChange
  | AgendaChange
  | ShowingsChange
  | RehearsalChange
  | TablesChange
  | InstitutionChange
  | CommitmentChange
  | CommitmentGoneChange;

/** What the board is. */
export type BoardChange = {
  readonly type: 'board';
  readonly code: Code;
  readonly title: BoardTitle;
  readonly language: Language;
  readonly axes: readonly Axis[];
  readonly colleges: readonly College[];
  readonly settings: Settings;
  readonly phases: readonly PhaseSwitches[];
};

/** The phase the board is in. The desk is also told which phases were left before, and why this one was opened again. */
export type PhaseChange = {
  readonly type: 'phase';
  readonly phase: Phase;
  readonly since: Moment;
  readonly left?: readonly Phase[];
  readonly reason?: Reason;
};

/** How many people joined, in all and by college (told to the desk and the screen). */
export type ParticipantsChange = {
  readonly type: 'participants';
  /** People who joined. */
  readonly joined: number;
  readonly colleges: readonly CollegeCount[];
};

/** How many people are connected now, by person and not by device (told to the desk and the screen), and of which colleges (told to the desk), with how many of them may come back (told to the desk). It is not part of the journal. */
export type PresenceChange = {
  readonly type: 'presence';
  /** People connected. */
  readonly connected: number;
  readonly colleges?: readonly CollegeCount[];
  /** People whose line was cut in the last minute and who are not back. */
  readonly reconnecting?: number;
};

/** How busy the room is, told to the desks alone: at most once a second while votes come in, and once more when they stop. It is not part of the journal. */
export type ActivityChange = {
  readonly type: 'activity';
  /** Choices that were given or taken back, and recorded, in the last second. */
  readonly votes: number;
  readonly writtenAt?: Moment;
};

/** A proposal that a desk is reading. */
export type HeldClaim = {
  readonly proposal: ProposalId;
  /** The number of the desk. */
  readonly desk: number;
};

/** All that the desks are reading now, told to the desks alone. A claim ends when its proposal is treated, when its desk leaves, and by itself. */
export type ClaimsChange = {
  readonly type: 'claims';
  readonly claims: readonly HeldClaim[];
};

/** What a screen shows. */
export type ScreenNow = {
  readonly screen: ScreenNumber;
  readonly name?: ScreenTitle;
  readonly view: View;
  readonly proposal?: ProposalId;
  readonly ballot?: BallotId;
};

/** All screens, and what each shows, in order of their numbers. */
export type ScreensChange = {
  readonly type: 'screens';
  readonly screens: readonly ScreenNow[];
};

/** What a screen began to show, and when. */
export type Showing = {
  readonly screen: ScreenNumber;
  readonly at: Moment;
  readonly view: View;
  readonly proposal?: ProposalId;
  readonly ballot?: BallotId;
};

/** What was shown last, oldest first (told to the desk). */
export type ShowingsChange = {
  readonly type: 'showings';
  readonly showings: readonly Showing[];
};

/** When the running timer ends; without `endsAt` none runs. */
export type TimerChange = {
  readonly type: 'timer';
  readonly endsAt?: Moment;
};

/** A proposal as it stands for this audience. */
export type ProposalChange = {
  readonly type: 'proposal';
  readonly proposal: Proposal;
};

/** A proposal that this audience sees no more. */
export type ProposalGoneChange = {
  readonly type: 'proposalGone';
  readonly proposal: ProposalId;
};

/** A comment as it stands for this audience. */
export type CommentChange = {
  readonly type: 'comment';
  readonly comment: Comment;
};

/** A comment that this audience sees no more. */
export type CommentGoneChange = {
  readonly type: 'commentGone';
  readonly comment: CommentId;
};

/** A ballot as it stands. When `resultsShown` is false, whatever tallies were told of it before are void. */
export type BallotChange = {
  readonly type: 'ballot';
  readonly ballot: Ballot;
};

/** How many people have a choice in a ballot. It is never hidden. */
export type TurnoutChange = {
  readonly type: 'turnout';
  readonly ballot: BallotId;
  /** People with at least one choice. */
  readonly voters: number;
};

/** The counts of one proposal in one ballot, told only where the results are shown. */
export type TallyChange = {
  readonly type: 'tally';
  readonly tally: Tally;
};

/** In which order the proposals of a ballot stand, best first, told only where the order is shown. By the score of its method (Wilson's lower bound, approvals, dots, majority judgment), then by the number of people who chose, then by the lower SHA-256 of `seed:proposal`. */
export type RankingChange = {
  readonly type: 'ranking';
  readonly ballot: BallotId;
  readonly standings: readonly Standing[];
};

/** What the desk tells everybody. A number is one sending: it never comes again. */
export type Message = {
  readonly number: Position;
  readonly text: MessageText;
  readonly sentAt: Moment;
};

/** The message that stands; without `message` none does. */
export type MessageChange = {
  readonly type: 'message';
  readonly message?: Message;
};

/** What is planned, and where the room is in it. */
export type AgendaChange = {
  readonly type: 'agenda';
  readonly steps: readonly StepNow[];
  readonly current?: StepId;
  /** What is left of the time of a paused step. */
  readonly millisecondsLeft?: number;
};

/** Since when the board is being rehearsed on; without `since` it is not. */
export type RehearsalChange = {
  readonly type: 'rehearsal';
  readonly since?: Moment;
};

/** The board that a table's board belongs to. */
export type Parent = {
  readonly board: Code;
  readonly title: BoardTitle;
};

/** A board of its own that sends proposals up to this one. */
export type Table = {
  readonly title: Name;
  readonly board: Code;
};

/** The tables of this board, and the board that it is a table of (told to the desk). */
export type TablesChange = {
  readonly type: 'tables';
  readonly tables: readonly Table[];
  readonly parent?: Parent;
};

/** Body of POST /api/v1/boards/{code}/tables, with the facilitator's credential in the Authorization header. It opens a board with the same axes and colleges, whose facilitator may send proposals up; the answer is that of opening a board. */
export type AddTable = {
  readonly title: Name;
};

/** A template that boards are opened from. */
export type TemplateId = string;

/** A file of config/templates: an afternoon to open a board from. `about` says in a sentence what it is for. */
export type Template = {
  readonly id: TemplateId;
  readonly title: Label;
  readonly about: Reason;
  readonly settings: Settings;
  readonly agenda: readonly Step[];
};

/** An institution as it stands; told to the desk and to institutions. */
export type InstitutionChange = {
  readonly type: 'institution';
  readonly institution: Institution;
};

/** A commitment as it stands for this audience. */
export type CommitmentChange = {
  readonly type: 'commitment';
  readonly commitment: Commitment;
};

/** A commitment that this audience sees no more. */
export type CommitmentGoneChange = {
  readonly type: 'commitmentGone';
  readonly proposal: ProposalId;
  readonly institution: InstitutionNumber;
};

/** Body of POST /api/v1/boards/{code}/institutions. The facilitator's credential is in the Authorization header as a Bearer. */
export type InviteInstitution = {
  readonly name: Organisation;
};

/** Answer to it: the institution's credential is told this once, only its hash is kept. */
export type InstitutionInvited = {
  readonly institution: InstitutionNumber;
  readonly name: Organisation;
  readonly credential: Credential;
};

/** Body of POST /api/v1/boards. A template gives the agenda, and the settings where none are said. */
export type CreateBoard = {
  readonly title: BoardTitle;
  readonly language?: Language;
  readonly axes: readonly Axis[];
  readonly colleges?: readonly College[];
  readonly settings?: Settings;
  readonly template?: TemplateId;
};

/** Answer to it: the credentials are told this once, only their hashes are kept. */
export type BoardCreated = {
  readonly code: Code;
  readonly facilitator: Credential;
  readonly moderator: Credential;
  readonly screen: Credential;
};

/** Answer to POST /api/v1/boards/import, whose body is a whole archive: the board is here as it was there, with the links it had. */
export type BoardImported = {
  readonly code: Code;
};

/** Body of POST /api/v1/boards/{code}/rows, with the facilitator's credential as a Bearer: a table as CSV (commas or semicolons, the first line names the columns) or as a JSON list of objects. Dry, it only says what is wrong. */
export type ImportRows = {
  readonly kind: ImportKind;
  readonly text: string;
  readonly dryRun: boolean;
};

/** What is wrong with a row, and the line on which it begins (in a JSON list, its place: 1, 2, 3). */
export type RowProblem = {
  /** The line. */
  readonly line: number;
  readonly refusal: Refusal;
};

/** Answer to it. Nothing is imported while there is a problem; at most 1000 are told. */
export type ImportReport = {
  /** Rows that were read. */
  readonly rows: number;
  readonly imported: boolean;
  readonly problems: readonly RowProblem[];
};

/** Body of POST /api/v1/boards/{code}/participants. The credential, made by the phone, is in the Authorization header as a Bearer; joining again with it changes nothing. A badge that was used before needs no college: its participant moves to this credential. Wrong badges are answered late. */
export type JoinBoard = {
  readonly college?: CollegeId;
  readonly name?: Name;
  readonly badge?: BadgeCode;
  readonly helper?: Credential;
  readonly use?: TabletUse;
};

/** Answer to it. */
export type Joined = {
  readonly participant: ParticipantNumber;
  readonly college: CollegeId;
  readonly name?: Name;
};

/** Answer to GET /api/v1/boards/{code}: what a phone must know to ask who comes in. */
export type BoardCard = {
  readonly code: Code;
  readonly title: BoardTitle;
  readonly language: Language;
  readonly colleges: readonly College[];
  readonly axes: readonly Axis[];
  readonly phase: Phase;
  readonly admission?: Admission;
  /** Whether badges were issued. */
  readonly badges?: boolean;
};

/** Body of POST /api/v1/boards/{code}/badges, with the facilitator's credential as a Bearer. */
export type IssueBadges = {
  /** How many badges. */
  readonly count: number;
};

/** Answer to it: the codes of the badges from `first` on, in order. They are told this once, only their hashes are kept. */
export type BadgesIssued = {
  readonly first: BadgeNumber;
  readonly badges: readonly BadgeCode[];
};

/** One thing a badge was used for by one channel: from when to when, and in which ballot. */
export type Trace = {
  readonly deed: Deed;
  readonly channel: Channel;
  /** The ballot's number. */
  readonly ballot?: number;
  readonly first: Moment;
  readonly last: Moment;
};

/** Answer to GET /api/v1/boards/{code}/badges/{number}, for the desk: where and when a badge was used, never how it voted. */
export type BadgeTrail = {
  readonly badge: BadgeNumber;
  readonly participant?: ParticipantNumber;
  readonly college?: CollegeId;
  readonly trail: readonly Trace[];
};

/** Answer to POST /api/v1/boards/{code}/helpers, with the facilitator's credential as a Bearer: a helper's credential, told this once. DELETE on …/helpers/{number} ends it. */
export type HelperIssued = {
  readonly helper: HelperNumber;
  readonly credential: Credential;
};

/** A helper's link, without its secret. */
export type HelperEntry = {
  readonly helper: HelperNumber;
  readonly issuedAt: Moment;
  readonly revoked: boolean;
};

/** Answer to GET /api/v1/boards/{code}/helpers, for the facilitator. */
export type Helpers = {
  readonly helpers: readonly HelperEntry[];
};

/** What is wrong with a file that was sent: on which line, counted from 1, where there are lines. For the operator, in English. */
export type FileProblem = {
  readonly file: string;
  /** The line. */
  readonly line?: number;
  readonly reason: string;
};

/** A problem document (RFC 9457): `word` is stable. `problems` tells of files that were sent. */
export type Problem = {
  readonly type: string;
  readonly title: string;
  /** The HTTP status. */
  readonly status: number;
  readonly word: RefusalWord;
  readonly field?: string;
  /** The limit. */
  readonly limit?: number;
  readonly problems?: readonly FileProblem[];
};

export const isCloseCode: Check<CloseCode> = word(Object.values(closeCodes));
export const isRefusalWord: Check<RefusalWord> = word(refusalWordWords);
export const isCode: Check<Code> = pattern(/^[2-9A-HJKMNP-TV-Z]{5}$/);
export const isCredential: Check<Credential> = pattern(/^[0-9a-hjkmnp-tv-z]{26}$/);
export const isDeviceId: Check<DeviceId> = pattern(/^[A-Za-z0-9_-]{22}$/);
export const isProposalId: Check<ProposalId> = pattern(/^[A-Za-z0-9_-]{22}$/);
export const isCommentId: Check<CommentId> = pattern(/^[A-Za-z0-9_-]{22}$/);
export const isBallotId: Check<BallotId> = pattern(/^[A-Za-z0-9_-]{22}$/);
export const isAxisId: Check<AxisId> = pattern(/^[a-z0-9-]{1,32}$/);
export const isCollegeId: Check<CollegeId> = pattern(/^[a-z0-9-]{1,32}$/);
export const isStepId: Check<StepId> = pattern(/^[a-z0-9-]{1,32}$/);
export const isMoment: Check<Moment> = whole(0, Number.MAX_SAFE_INTEGER);
export const isPosition: Check<Position> = whole(0, Number.MAX_SAFE_INTEGER);
export const isOperation: Check<Operation> = whole(1, Number.MAX_SAFE_INTEGER);
export const isParticipantNumber: Check<ParticipantNumber> = whole(1, Number.MAX_SAFE_INTEGER);
export const isScreenNumber: Check<ScreenNumber> = whole(1, 8);
export const isScreenTitle: Check<ScreenTitle> = text(1, 240);
export const isInstitutionNumber: Check<InstitutionNumber> = whole(1, Number.MAX_SAFE_INTEGER);
export const isBoardTitle: Check<BoardTitle> = text(1, 960);
export const isLabel: Check<Label> = text(1, 480);
export const isTitle: Check<Title> = text(1, 960);
export const isDescription: Check<Description> = text(0, 16000);
export const isCommentText: Check<CommentText> = text(1, 4000);
export const isName: Check<Name> = text(1, 320);
export const isRemark: Check<Remark> = text(1, 4000);
export const isQuestion: Check<Question> = text(1, 1600);
export const isOrganisation: Check<Organisation> = text(1, 960);
export const isReason: Check<Reason> = text(1, 1600);
export const isStepTitle: Check<StepTitle> = text(1, 480);
export const isMessageText: Check<MessageText> = text(1, 1600);
export const isPhrase: Check<Phrase> = text(1, 960);
export const isUnit: Check<Unit> = text(1, 320);
export const isNews: Check<News> = text(1, 8000);
export const isDay: Check<Day> = day();
export const isLanguage: Check<Language> = word(languageWords);
export const isRole: Check<Role> = word(roleWords);
export const isPhase: Check<Phase> = word(phaseWords);
export const isStance: Check<Stance> = word(stanceWords);
export const isChoice: Check<Choice> = word(choiceWords);
export const isMethod: Check<Method> = word(methodWords);
export const isCount: Check<Count> = whole(0, Number.MAX_SAFE_INTEGER);
export const isResultsRule: Check<ResultsRule> = word(resultsRuleWords);
export const isBallotState: Check<BallotState> = word(ballotStateWords);
export const isRevealStep: Check<RevealStep> = word(revealStepWords);
export const isSha256: Check<Sha256> = pattern(/^[0-9a-f]{64}$/);
export const isSeed: Check<Seed> = text(1, 64);
export const isProposalStatus: Check<ProposalStatus> = word(proposalStatusWords);
export const isDecision: Check<Decision> = word(decisionWords);
export const isResponse: Check<Response> = word(responseWords);
export const isNeedCode: Check<NeedCode> = word(needCodeWords);
export const isProgress: Check<Progress> = word(progressWords);
export const isImportKind: Check<ImportKind> = word(importKindWords);
export const isDeclineReason: Check<DeclineReason> = word(declineReasonWords);
export const isView: Check<View> = word(viewWords);
export const isModeration: Check<Moderation> = word(moderationWords);
export const isAdmission: Check<Admission> = word(admissionWords);
export const isChannel: Check<Channel> = word(channelWords);
export const isTabletUse: Check<TabletUse> = word(tabletUseWords);
export const isDeed: Check<Deed> = word(deedWords);
export const isHelperNumber: Check<HelperNumber> = whole(1, Number.MAX_SAFE_INTEGER);
export const isBadgeCode: Check<BadgeCode> = pattern(/^[2-9A-HJKMNP-TV-Z]{10}$/);
export const isBadgeNumber: Check<BadgeNumber> = whole(1, Number.MAX_SAFE_INTEGER);
export const isStepState: Check<StepState> = word(stepStateWords);
export const isBallotPlan: Check<BallotPlan> = record({ question: isQuestion, method: isMethod, results: isResultsRule });
export const isStep: Check<Step> = record({ id: isStepId, title: isStepTitle, phase: isPhase, minutes: whole(1, 20160) }, { ballot: isBallotPlan });
export const isStepNow: Check<StepNow> = record({ id: isStepId, title: isStepTitle, phase: isPhase, minutes: whole(1, 20160), state: isStepState }, { ballot: isBallotPlan });
export const isSwitches: Check<Switches> = record({ propose: flag, comment: flag, vote: flag, results: flag });
export const isPhaseSwitches: Check<PhaseSwitches> = record({ phase: isPhase, switches: isSwitches });
export const isAxis: Check<Axis> = record({ id: isAxisId, title: isLabel });
export const isCollege: Check<College> = record({ id: isCollegeId, title: isLabel });
export const isSettings: Check<Settings> = record({ moderation: isModeration, proposalsPerParticipant: whole(1, 200) }, { admission: isAdmission, trustsAfterFirst: flag });
export const isHello: Check<Hello> = record({ type: word(['hello']), version: whole(1, 1000), board: isCode, device: isDeviceId }, { credential: isCredential, position: isPosition, helper: isCredential, use: isTabletUse });
export const isIntroduce: Check<Introduce> = record({ type: word(['introduce']) }, { name: isName });
export const isSubmitProposal: Check<SubmitProposal> = record({ type: word(['submitProposal']), proposal: isProposalId, title: isTitle, description: isDescription, axis: isAxisId }, { language: isLanguage });
export const isEditProposal: Check<EditProposal> = record({ type: word(['editProposal']), proposal: isProposalId, title: isTitle, description: isDescription, axis: isAxisId }, { language: isLanguage });
export const isWithdrawProposal: Check<WithdrawProposal> = record({ type: word(['withdrawProposal']), proposal: isProposalId, withdrawn: flag });
export const isCastChoice: Check<CastChoice> = record({ type: word(['castChoice']), ballot: isBallotId, proposal: isProposalId }, { choice: isChoice });
export const isSubmitComment: Check<SubmitComment> = record({ type: word(['submitComment']), comment: isCommentId, proposal: isProposalId, stance: isStance, text: isCommentText }, { language: isLanguage });
export const isPublishProposal: Check<PublishProposal> = record({ type: word(['publishProposal']), proposal: isProposalId }, { from: isProposalStatus });
export const isReturnProposal: Check<ReturnProposal> = record({ type: word(['returnProposal']), proposal: isProposalId, question: isRemark }, { from: isProposalStatus });
export const isDeclineProposal: Check<DeclineProposal> = record({ type: word(['declineProposal']), proposal: isProposalId, reason: isDeclineReason }, { words: isRemark, from: isProposalStatus });
export const isRequeueProposal: Check<RequeueProposal> = record({ type: word(['requeueProposal']), proposal: isProposalId }, { from: isProposalStatus });
export const isHideComment: Check<HideComment> = record({ type: word(['hideComment']), comment: isCommentId, hidden: flag });
export const isOpenPhase: Check<OpenPhase> = record({ type: word(['openPhase']), phase: isPhase }, { reason: isReason });
export const isConfigurePhase: Check<ConfigurePhase> = record({ type: word(['configurePhase']), phase: isPhase, switches: isSwitches });
export const isOpenBallot: Check<OpenBallot> = record({ type: word(['openBallot']), ballot: isBallotId, question: isQuestion, method: isMethod, results: isResultsRule }, { proposals: list(isProposalId, 0, 2000), maximum: whole(1, 2000), budget: whole(1, 99), cap: whole(1, 10), judgmentsMin: whole(1, 20000), follows: isBallotId });
export const isCloseBallot: Check<CloseBallot> = record({ type: word(['closeBallot']), ballot: isBallotId });
export const isReopenBallot: Check<ReopenBallot> = record({ type: word(['reopenBallot']), ballot: isBallotId, reason: isRemark });
export const isRevealBallot: Check<RevealBallot> = record({ type: word(['revealBallot']), ballot: isBallotId }, { step: isRevealStep });
export const isShow: Check<Show> = record({ type: word(['show']), view: isView }, { proposal: isProposalId, ballot: isBallotId, screen: isScreenNumber });
export const isStartTimer: Check<StartTimer> = record({ type: word(['startTimer']), seconds: whole(1, 86400) });
export const isStopTimer: Check<StopTimer> = record({ type: word(['stopTimer']) });
export const isDecideProposal: Check<DecideProposal> = record({ type: word(['decideProposal']), proposal: isProposalId }, { decision: isDecision, words: isRemark, lead: isOrganisation, partners: list(isOrganisation, 0, 20), start: isDay, end: isDay });
export const isRewordProposal: Check<RewordProposal> = record({ type: word(['rewordProposal']), proposal: isProposalId, title: isTitle, description: isDescription, axis: isAxisId }, { from: isProposalStatus });
export const isRestoreProposal: Check<RestoreProposal> = record({ type: word(['restoreProposal']), proposal: isProposalId }, { from: isProposalStatus });
export const isConfigureModeration: Check<ConfigureModeration> = record({ type: word(['configureModeration']), moderation: isModeration, trustsAfterFirst: flag });
export const isTrustParticipant: Check<TrustParticipant> = record({ type: word(['trustParticipant']), participant: isParticipantNumber, trusted: flag });
export const isMuteParticipant: Check<MuteParticipant> = record({ type: word(['muteParticipant']), participant: isParticipantNumber, muted: flag });
export const isMergeProposal: Check<MergeProposal> = record({ type: word(['mergeProposal']), proposal: isProposalId, into: isProposalId }, { from: isProposalStatus });
export const isUnmergeProposal: Check<UnmergeProposal> = record({ type: word(['unmergeProposal']), proposal: isProposalId }, { from: isProposalStatus });
export const isLeaveMerge: Check<LeaveMerge> = record({ type: word(['leaveMerge']), proposal: isProposalId });
export const isMark: Check<Mark> = record({ proposal: isProposalId, choice: isChoice });
export const isRecordPaper: Check<RecordPaper> = record({ type: word(['recordPaper']), ballot: isBallotId, badge: isBadgeNumber, marks: list(isMark, 0, 200) }, { college: isCollegeId });
export const isSendMessage: Check<SendMessage> = record({ type: word(['sendMessage']) }, { text: isMessageText });
export const isSetAgenda: Check<SetAgenda> = record({ type: word(['setAgenda']), steps: list(isStep, 0, 40) });
export const isPlayStep: Check<PlayStep> = record({ type: word(['playStep']), step: isStepId }, { ballot: isBallotId });
export const isPauseStep: Check<PauseStep> = record({ type: word(['pauseStep']) });
export const isEndStep: Check<EndStep> = record({ type: word(['endStep']) });
export const isSkipStep: Check<SkipStep> = record({ type: word(['skipStep']), step: isStepId, skipped: flag });
export const isScreenName: Check<ScreenName> = record({ screen: isScreenNumber, name: isScreenTitle });
export const isArrangeScreens: Check<ArrangeScreens> = record({ type: word(['arrangeScreens']), screens: list(isScreenName, 1, 8) });
export const isStartRehearsal: Check<StartRehearsal> = record({ type: word(['startRehearsal']) });
export const isPurgeRehearsal: Check<PurgeRehearsal> = record({ type: word(['purgeRehearsal']) });
export const isSendUp: Check<SendUp> = record({ type: word(['sendUp']), proposal: isProposalId, title: isTitle, description: isDescription, axis: isAxisId, college: isCollegeId, number: whole(1, 2000) }, { language: isLanguage });
export const isRevokeInstitution: Check<RevokeInstitution> = record({ type: word(['revokeInstitution']), institution: isInstitutionNumber });
export const isIndicator: Check<Indicator> = record({ name: isPhrase, target: whole(0, 1000000000000) }, { unit: isUnit, baseline: whole(0, 1000000000000) });
export const isPledge: Check<Pledge> = record({ response: isResponse }, { words: isRemark, lead: isOrganisation, partners: list(isOrganisation, 0, 20), start: isDay, end: isDay, indicators: list(isIndicator, 0, 10), budget: whole(0, 1000000000000), needs: list(isNeedCode, 0, 10), otherNeeds: list(isPhrase, 0, 10), audience: list(isPhrase, 0, 10), places: list(isPhrase, 0, 20) });
export const isOfferCommitment: Check<OfferCommitment> = record({ type: word(['offerCommitment']), proposal: isProposalId }, { pledge: isPledge });
export const isConfirmCommitment: Check<ConfirmCommitment> = record({ type: word(['confirmCommitment']), proposal: isProposalId, institution: isInstitutionNumber, revision: whole(1, Number.MAX_SAFE_INTEGER), confirmed: flag });
export const isProgressReport: Check<ProgressReport> = record({ progress: isProgress }, { percent: whole(0, 100), news: isNews });
export const isReportProgress: Check<ReportProgress> = record({ type: word(['reportProgress']), proposal: isProposalId, report: isProgressReport });
export const isCommand: Check<Command> = tagged({
  introduce: isIntroduce,
  submitProposal: isSubmitProposal,
  editProposal: isEditProposal,
  withdrawProposal: isWithdrawProposal,
  castChoice: isCastChoice,
  submitComment: isSubmitComment,
  publishProposal: isPublishProposal,
  returnProposal: isReturnProposal,
  declineProposal: isDeclineProposal,
  requeueProposal: isRequeueProposal,
  hideComment: isHideComment,
  openPhase: isOpenPhase,
  configurePhase: isConfigurePhase,
  openBallot: isOpenBallot,
  closeBallot: isCloseBallot,
  reopenBallot: isReopenBallot,
  revealBallot: isRevealBallot,
  show: isShow,
  startTimer: isStartTimer,
  stopTimer: isStopTimer,
  decideProposal: isDecideProposal,
  rewordProposal: isRewordProposal,
  restoreProposal: isRestoreProposal,
  configureModeration: isConfigureModeration,
  trustParticipant: isTrustParticipant,
  muteParticipant: isMuteParticipant,
  mergeProposal: isMergeProposal,
  unmergeProposal: isUnmergeProposal,
  leaveMerge: isLeaveMerge,
  recordPaper: isRecordPaper,
  sendMessage: isSendMessage,
  setAgenda: isSetAgenda,
  playStep: isPlayStep,
  pauseStep: isPauseStep,
  endStep: isEndStep,
  skipStep: isSkipStep,
  arrangeScreens: isArrangeScreens,
  startRehearsal: isStartRehearsal,
  purgeRehearsal: isPurgeRehearsal,
  sendUp: isSendUp,
  revokeInstitution: isRevokeInstitution,
  offerCommitment: isOfferCommitment,
  confirmCommitment: isConfirmCommitment,
  reportProgress: isReportProgress,
});
export const isCommandRequest: Check<CommandRequest> = record({ type: word(['command']), operation: isOperation, command: isCommand }, { position: isPosition });
export const isPing: Check<Ping> = record({ type: word(['ping']) });
export const isClaim: Check<Claim> = record({ type: word(['claim']), proposal: isProposalId, claimed: flag });
export const isSimilarTo: Check<SimilarTo> = record({ type: word(['similarTo']), text: isTitle }, { except: isProposalId });
export const isFromClient: Check<FromClient> = tagged({
  hello: isHello,
  command: isCommandRequest,
  ping: isPing,
  claim: isClaim,
  similarTo: isSimilarTo,
});
export const isRefusal: Check<Refusal> = record({ word: isRefusalWord }, { field: text(0, 200), limit: whole(0, Number.MAX_SAFE_INTEGER) });
export const isAnswer: Check<Answer> = record({ operation: isOperation }, { refusal: isRefusal });
export const isDecisionRecord: Check<DecisionRecord> = record({ decision: isDecision, at: isMoment, partners: list(isOrganisation, 0, 20) }, { words: isRemark, lead: isOrganisation, start: isDay, end: isDay });
export const isWording: Check<Wording> = record({ title: isTitle, description: isDescription, axis: isAxisId });
export const isProposal: Check<Proposal> = record({ id: isProposalId, number: whole(1, 2000), title: isTitle, description: isDescription, axis: isAxisId, status: isProposalStatus, submittedAt: isMoment }, { language: isLanguage, author: isParticipantNumber, authorName: isName, college: isCollegeId, table: isName, question: isRemark, reason: isDeclineReason, words: isRemark, decision: isDecisionRecord, mergedInto: isProposalId, rewordedFrom: isWording, authorTrusted: flag, authorMuted: flag, imported: flag });
export const isComment: Check<Comment> = record({ id: isCommentId, proposal: isProposalId, stance: isStance, text: isCommentText, at: isMoment }, { author: isParticipantNumber, authorName: isName, language: isLanguage, hidden: flag, authorMuted: flag, institution: isOrganisation });
export const isInstitution: Check<Institution> = record({ number: isInstitutionNumber, name: isOrganisation, revoked: flag });
export const isProgressRecord: Check<ProgressRecord> = record({ at: isMoment, report: isProgressReport });
export const isCommitment: Check<Commitment> = record({ proposal: isProposalId, institution: isInstitutionNumber, name: isOrganisation, progress: list(isProgressRecord, 0, 200) }, { revision: whole(1, Number.MAX_SAFE_INTEGER), waiting: isPledge, standing: isPledge, confirmedAt: isMoment });
export const isReopening: Check<Reopening> = record({ at: isMoment }, { reason: isRemark });
export const isBallot: Check<Ballot> = record({ id: isBallotId, number: whole(1, 50), question: isQuestion, method: isMethod, results: isResultsRule, state: isBallotState, proposals: list(isProposalId, 0, 2000), openedAt: isMoment, resultsShown: flag, orderShown: flag }, { closedAt: isMoment, maximum: isCount, budget: isCount, cap: isCount, judgmentsMin: isCount, follows: isBallotId, commitment: isSha256, seed: isSeed, reopenings: list(isReopening, 0, 20), joined: list(isProposalId, 0, 2000) });
export const isCollegeResult: Check<CollegeResult> = record({ college: isCollegeId }, { counts: list(isCount, 0, 10) });
export const isStanding: Check<Standing> = record({ proposal: isProposalId }, { rank: isCount, drawn: flag, controversial: flag, consensus: isCount, colleges: list(isCollegeResult, 0, 12) });
export const isTally: Check<Tally> = record({ ballot: isBallotId, proposal: isProposalId, counts: list(isCount, 0, 10) });
export const isCollegeCount: Check<CollegeCount> = record({ college: isCollegeId, count: whole(0, Number.MAX_SAFE_INTEGER) });
export const isOwnChoice: Check<OwnChoice> = record({ ballot: isBallotId, proposal: isProposalId }, { choice: isChoice });
export const isOwnPart: Check<OwnPart> = record({ ballot: isBallotId, proposal: isProposalId, counts: flag });
export const isTurnout: Check<Turnout> = record({ ballot: isBallotId, voters: whole(0, Number.MAX_SAFE_INTEGER) });
export const isYours: Check<Yours> = record({ choices: list(isOwnChoice, 0, 100000), proposals: list(isProposal, 0, 200), comments: list(isComment, 0, 500), tallies: list(isTally, 0, 100000) }, { participant: isParticipantNumber, name: isName, college: isCollegeId, muted: flag, turnouts: list(isTurnout, 0, 50), parts: list(isOwnPart, 0, 100000) });
export const isWelcome: Check<Welcome> = record({ type: word(['welcome']), version: whole(1, 1000), role: isRole, now: isMoment, operation: whole(0, Number.MAX_SAFE_INTEGER) }, { participant: isParticipantNumber, institution: isInstitutionNumber, desk: whole(1, Number.MAX_SAFE_INTEGER) });
export const isBoardChange: Check<BoardChange> = record({ type: word(['board']), code: isCode, title: isBoardTitle, language: isLanguage, axes: list(isAxis, 0, 24), colleges: list(isCollege, 0, 12), settings: isSettings, phases: list(isPhaseSwitches, 0, 6) });
export const isPhaseChange: Check<PhaseChange> = record({ type: word(['phase']), phase: isPhase, since: isMoment }, { left: list(isPhase, 0, 6), reason: isReason });
export const isParticipantsChange: Check<ParticipantsChange> = record({ type: word(['participants']), joined: whole(0, Number.MAX_SAFE_INTEGER), colleges: list(isCollegeCount, 0, 12) });
export const isPresenceChange: Check<PresenceChange> = record({ type: word(['presence']), connected: whole(0, Number.MAX_SAFE_INTEGER) }, { colleges: list(isCollegeCount, 0, 12), reconnecting: whole(0, Number.MAX_SAFE_INTEGER) });
export const isActivityChange: Check<ActivityChange> = record({ type: word(['activity']), votes: whole(0, Number.MAX_SAFE_INTEGER) }, { writtenAt: isMoment });
export const isScreenNow: Check<ScreenNow> = record({ screen: isScreenNumber, view: isView }, { name: isScreenTitle, proposal: isProposalId, ballot: isBallotId });
export const isScreensChange: Check<ScreensChange> = record({ type: word(['screens']), screens: list(isScreenNow, 0, 8) });
export const isTimerChange: Check<TimerChange> = record({ type: word(['timer']) }, { endsAt: isMoment });
export const isProposalChange: Check<ProposalChange> = record({ type: word(['proposal']), proposal: isProposal });
export const isProposalGoneChange: Check<ProposalGoneChange> = record({ type: word(['proposalGone']), proposal: isProposalId });
export const isCommentChange: Check<CommentChange> = record({ type: word(['comment']), comment: isComment });
export const isCommentGoneChange: Check<CommentGoneChange> = record({ type: word(['commentGone']), comment: isCommentId });
export const isBallotChange: Check<BallotChange> = record({ type: word(['ballot']), ballot: isBallot });
export const isTurnoutChange: Check<TurnoutChange> = record({ type: word(['turnout']), ballot: isBallotId, voters: whole(0, Number.MAX_SAFE_INTEGER) });
export const isTallyChange: Check<TallyChange> = record({ type: word(['tally']), tally: isTally });
export const isRankingChange: Check<RankingChange> = record({ type: word(['ranking']), ballot: isBallotId, standings: list(isStanding, 0, 2000) });
export const isHeldClaim: Check<HeldClaim> = record({ proposal: isProposalId, desk: whole(1, Number.MAX_SAFE_INTEGER) });
export const isClaimsChange: Check<ClaimsChange> = record({ type: word(['claims']), claims: list(isHeldClaim, 0, 64) });
export const isMessage: Check<Message> = record({ number: isPosition, text: isMessageText, sentAt: isMoment });
export const isMessageChange: Check<MessageChange> = record({ type: word(['message']) }, { message: isMessage });
export const isAgendaChange: Check<AgendaChange> = record({ type: word(['agenda']), steps: list(isStepNow, 0, 40) }, { current: isStepId, millisecondsLeft: whole(0, Number.MAX_SAFE_INTEGER) });
export const isShowing: Check<Showing> = record({ screen: isScreenNumber, at: isMoment, view: isView }, { proposal: isProposalId, ballot: isBallotId });
export const isShowingsChange: Check<ShowingsChange> = record({ type: word(['showings']), showings: list(isShowing, 0, 60) });
export const isRehearsalChange: Check<RehearsalChange> = record({ type: word(['rehearsal']) }, { since: isMoment });
export const isTable: Check<Table> = record({ title: isName, board: isCode });
export const isParent: Check<Parent> = record({ board: isCode, title: isBoardTitle });
export const isTablesChange: Check<TablesChange> = record({ type: word(['tables']), tables: list(isTable, 0, 60) }, { parent: isParent });
export const isInstitutionChange: Check<InstitutionChange> = record({ type: word(['institution']), institution: isInstitution });
export const isCommitmentChange: Check<CommitmentChange> = record({ type: word(['commitment']), commitment: isCommitment });
export const isCommitmentGoneChange: Check<CommitmentGoneChange> = record({ type: word(['commitmentGone']), proposal: isProposalId, institution: isInstitutionNumber });
export const isChange: Check<Change> = tagged({
  board: isBoardChange,
  phase: isPhaseChange,
  participants: isParticipantsChange,
  presence: isPresenceChange,
  activity: isActivityChange,
  screens: isScreensChange,
  timer: isTimerChange,
  proposal: isProposalChange,
  proposalGone: isProposalGoneChange,
  comment: isCommentChange,
  commentGone: isCommentGoneChange,
  ballot: isBallotChange,
  turnout: isTurnoutChange,
  tally: isTallyChange,
  ranking: isRankingChange,
  claims: isClaimsChange,
  message: isMessageChange,
  agenda: isAgendaChange,
  showings: isShowingsChange,
  rehearsal: isRehearsalChange,
  tables: isTablesChange,
  institution: isInstitutionChange,
  commitment: isCommitmentChange,
  commitmentGone: isCommitmentGoneChange,
});
export const isState: Check<State> = record({ type: word(['state']), position: isPosition, changes: list(isChange, 0, 200000) }, { full: flag, more: flag, resume: flag, yours: isYours, answers: list(isAnswer, 0, 128) });
export const isRejected: Check<Rejected> = record({ type: word(['rejected']), refusal: isRefusal }, { operation: isOperation });
export const isPong: Check<Pong> = record({ type: word(['pong']), now: isMoment });
export const isLikeness: Check<Likeness> = record({ proposal: isProposalId, parts: whole(0, 1000) });
export const isSimilar: Check<Similar> = record({ type: word(['similar']), text: isTitle, found: list(isLikeness, 0, 5) });
export const isFromServer: Check<FromServer> = tagged({
  welcome: isWelcome,
  state: isState,
  rejected: isRejected,
  pong: isPong,
  similar: isSimilar,
});
export const isAddTable: Check<AddTable> = record({ title: isName });
export const isTemplateId: Check<TemplateId> = pattern(/^[a-z0-9-]{1,32}$/);
export const isTemplate: Check<Template> = record({ id: isTemplateId, title: isLabel, about: isReason, settings: isSettings, agenda: list(isStep, 1, 40) });
export const isInviteInstitution: Check<InviteInstitution> = record({ name: isOrganisation });
export const isInstitutionInvited: Check<InstitutionInvited> = record({ institution: isInstitutionNumber, name: isOrganisation, credential: isCredential });
export const isCreateBoard: Check<CreateBoard> = record({ title: isBoardTitle, axes: list(isAxis, 1, 24) }, { language: isLanguage, colleges: list(isCollege, 1, 12), settings: isSettings, template: isTemplateId });
export const isBoardCreated: Check<BoardCreated> = record({ code: isCode, facilitator: isCredential, moderator: isCredential, screen: isCredential });
export const isBoardImported: Check<BoardImported> = record({ code: isCode });
export const isImportRows: Check<ImportRows> = record({ kind: isImportKind, text: text(0, 8000000), dryRun: flag });
export const isRowProblem: Check<RowProblem> = record({ line: whole(1, Number.MAX_SAFE_INTEGER), refusal: isRefusal });
export const isImportReport: Check<ImportReport> = record({ rows: whole(0, Number.MAX_SAFE_INTEGER), imported: flag, problems: list(isRowProblem, 0, 1000) });
export const isJoinBoard: Check<JoinBoard> = record({ }, { college: isCollegeId, name: isName, badge: isBadgeCode, helper: isCredential, use: isTabletUse });
export const isJoined: Check<Joined> = record({ participant: isParticipantNumber, college: isCollegeId }, { name: isName });
export const isBoardCard: Check<BoardCard> = record({ code: isCode, title: isBoardTitle, language: isLanguage, colleges: list(isCollege, 0, 12), axes: list(isAxis, 0, 24), phase: isPhase }, { admission: isAdmission, badges: flag });
export const isIssueBadges: Check<IssueBadges> = record({ count: whole(1, 1000) });
export const isBadgesIssued: Check<BadgesIssued> = record({ first: isBadgeNumber, badges: list(isBadgeCode, 0, 1000) });
export const isTrace: Check<Trace> = record({ deed: isDeed, channel: isChannel, first: isMoment, last: isMoment }, { ballot: whole(1, 50) });
export const isBadgeTrail: Check<BadgeTrail> = record({ badge: isBadgeNumber, trail: list(isTrace, 0, 1000) }, { participant: isParticipantNumber, college: isCollegeId });
export const isHelperIssued: Check<HelperIssued> = record({ helper: isHelperNumber, credential: isCredential });
export const isHelperEntry: Check<HelperEntry> = record({ helper: isHelperNumber, issuedAt: isMoment, revoked: flag });
export const isHelpers: Check<Helpers> = record({ helpers: list(isHelperEntry, 0, 50) });
export const isFileProblem: Check<FileProblem> = record({ file: text(0, 200), reason: text(0, 1000) }, { line: whole(1, Number.MAX_SAFE_INTEGER) });
export const isProblem: Check<Problem> = record({ type: text(0, 200), title: text(0, 200), status: whole(400, 599), word: isRefusalWord }, { field: text(0, 200), limit: whole(0, Number.MAX_SAFE_INTEGER), problems: list(isFileProblem, 0, 1000) });

/** What the server said, or undefined when it is not a message of this protocol. Fields that are
 * not known here are left in and mean nothing. */
export const readFromServer = (json: string): FromServer | undefined => read(json, isFromServer);

/** A check for every definition, for tests and for the few answers that come over HTTP. */
export const checks = {
  CloseCode: isCloseCode,
  RefusalWord: isRefusalWord,
  Code: isCode,
  Credential: isCredential,
  DeviceId: isDeviceId,
  ProposalId: isProposalId,
  CommentId: isCommentId,
  BallotId: isBallotId,
  AxisId: isAxisId,
  CollegeId: isCollegeId,
  StepId: isStepId,
  Moment: isMoment,
  Position: isPosition,
  Operation: isOperation,
  ParticipantNumber: isParticipantNumber,
  ScreenNumber: isScreenNumber,
  ScreenTitle: isScreenTitle,
  InstitutionNumber: isInstitutionNumber,
  BoardTitle: isBoardTitle,
  Label: isLabel,
  Title: isTitle,
  Description: isDescription,
  CommentText: isCommentText,
  Name: isName,
  Remark: isRemark,
  Question: isQuestion,
  Organisation: isOrganisation,
  Reason: isReason,
  StepTitle: isStepTitle,
  MessageText: isMessageText,
  Phrase: isPhrase,
  Unit: isUnit,
  News: isNews,
  Day: isDay,
  Language: isLanguage,
  Role: isRole,
  Phase: isPhase,
  Stance: isStance,
  Choice: isChoice,
  Method: isMethod,
  Count: isCount,
  ResultsRule: isResultsRule,
  BallotState: isBallotState,
  RevealStep: isRevealStep,
  Sha256: isSha256,
  Seed: isSeed,
  ProposalStatus: isProposalStatus,
  Decision: isDecision,
  Response: isResponse,
  NeedCode: isNeedCode,
  Progress: isProgress,
  ImportKind: isImportKind,
  DeclineReason: isDeclineReason,
  View: isView,
  Moderation: isModeration,
  Admission: isAdmission,
  Channel: isChannel,
  TabletUse: isTabletUse,
  Deed: isDeed,
  HelperNumber: isHelperNumber,
  BadgeCode: isBadgeCode,
  BadgeNumber: isBadgeNumber,
  StepState: isStepState,
  BallotPlan: isBallotPlan,
  Step: isStep,
  StepNow: isStepNow,
  Switches: isSwitches,
  PhaseSwitches: isPhaseSwitches,
  Axis: isAxis,
  College: isCollege,
  Settings: isSettings,
  Hello: isHello,
  CommandRequest: isCommandRequest,
  Ping: isPing,
  Claim: isClaim,
  SimilarTo: isSimilarTo,
  FromClient: isFromClient,
  Command: isCommand,
  Introduce: isIntroduce,
  SubmitProposal: isSubmitProposal,
  EditProposal: isEditProposal,
  WithdrawProposal: isWithdrawProposal,
  CastChoice: isCastChoice,
  SubmitComment: isSubmitComment,
  PublishProposal: isPublishProposal,
  ReturnProposal: isReturnProposal,
  DeclineProposal: isDeclineProposal,
  RequeueProposal: isRequeueProposal,
  HideComment: isHideComment,
  OpenPhase: isOpenPhase,
  ConfigurePhase: isConfigurePhase,
  OpenBallot: isOpenBallot,
  CloseBallot: isCloseBallot,
  ReopenBallot: isReopenBallot,
  RevealBallot: isRevealBallot,
  Show: isShow,
  StartTimer: isStartTimer,
  StopTimer: isStopTimer,
  DecideProposal: isDecideProposal,
  RewordProposal: isRewordProposal,
  RestoreProposal: isRestoreProposal,
  ConfigureModeration: isConfigureModeration,
  TrustParticipant: isTrustParticipant,
  MuteParticipant: isMuteParticipant,
  MergeProposal: isMergeProposal,
  UnmergeProposal: isUnmergeProposal,
  LeaveMerge: isLeaveMerge,
  Mark: isMark,
  RecordPaper: isRecordPaper,
  SendMessage: isSendMessage,
  SetAgenda: isSetAgenda,
  PlayStep: isPlayStep,
  PauseStep: isPauseStep,
  EndStep: isEndStep,
  SkipStep: isSkipStep,
  ScreenName: isScreenName,
  ArrangeScreens: isArrangeScreens,
  StartRehearsal: isStartRehearsal,
  PurgeRehearsal: isPurgeRehearsal,
  SendUp: isSendUp,
  RevokeInstitution: isRevokeInstitution,
  Indicator: isIndicator,
  Pledge: isPledge,
  OfferCommitment: isOfferCommitment,
  ConfirmCommitment: isConfirmCommitment,
  ProgressReport: isProgressReport,
  ReportProgress: isReportProgress,
  Refusal: isRefusal,
  Answer: isAnswer,
  DecisionRecord: isDecisionRecord,
  Proposal: isProposal,
  Wording: isWording,
  Comment: isComment,
  Institution: isInstitution,
  ProgressRecord: isProgressRecord,
  Commitment: isCommitment,
  Ballot: isBallot,
  Reopening: isReopening,
  Standing: isStanding,
  Tally: isTally,
  CollegeResult: isCollegeResult,
  CollegeCount: isCollegeCount,
  OwnChoice: isOwnChoice,
  OwnPart: isOwnPart,
  Turnout: isTurnout,
  Yours: isYours,
  Welcome: isWelcome,
  State: isState,
  Rejected: isRejected,
  Pong: isPong,
  Likeness: isLikeness,
  Similar: isSimilar,
  FromServer: isFromServer,
  Change: isChange,
  BoardChange: isBoardChange,
  PhaseChange: isPhaseChange,
  ParticipantsChange: isParticipantsChange,
  PresenceChange: isPresenceChange,
  ActivityChange: isActivityChange,
  HeldClaim: isHeldClaim,
  ClaimsChange: isClaimsChange,
  ScreenNow: isScreenNow,
  ScreensChange: isScreensChange,
  Showing: isShowing,
  ShowingsChange: isShowingsChange,
  TimerChange: isTimerChange,
  ProposalChange: isProposalChange,
  ProposalGoneChange: isProposalGoneChange,
  CommentChange: isCommentChange,
  CommentGoneChange: isCommentGoneChange,
  BallotChange: isBallotChange,
  TurnoutChange: isTurnoutChange,
  TallyChange: isTallyChange,
  RankingChange: isRankingChange,
  Message: isMessage,
  MessageChange: isMessageChange,
  AgendaChange: isAgendaChange,
  RehearsalChange: isRehearsalChange,
  Parent: isParent,
  Table: isTable,
  TablesChange: isTablesChange,
  AddTable: isAddTable,
  TemplateId: isTemplateId,
  Template: isTemplate,
  InstitutionChange: isInstitutionChange,
  CommitmentChange: isCommitmentChange,
  CommitmentGoneChange: isCommitmentGoneChange,
  InviteInstitution: isInviteInstitution,
  InstitutionInvited: isInstitutionInvited,
  CreateBoard: isCreateBoard,
  BoardCreated: isBoardCreated,
  BoardImported: isBoardImported,
  ImportRows: isImportRows,
  RowProblem: isRowProblem,
  ImportReport: isImportReport,
  JoinBoard: isJoinBoard,
  Joined: isJoined,
  BoardCard: isBoardCard,
  IssueBadges: isIssueBadges,
  BadgesIssued: isBadgesIssued,
  Trace: isTrace,
  BadgeTrail: isBadgeTrail,
  HelperIssued: isHelperIssued,
  HelperEntry: isHelperEntry,
  Helpers: isHelpers,
  FileProblem: isFileProblem,
  Problem: isProblem,
} as const;
