// Written by protocol/generate.mjs from protocol/koudmen.schema.json. Change those instead.
// biome-ignore-all format: it is read as a diff of the schema.

/** Bytes of a frame from a participant. */
export const clientFrameBytesMax = 16384;
/** Bytes of a frame from the desk, and of an HTTP body. */
export const deskFrameBytesMax = 65536;
/** How deep the JSON of a frame may nest. */
export const depthMax = 16;
/** Commands a device may have sent and not seen answered. */
export const operationsPendingMax = 64;
/** Proposals of a board. */
export const proposalsMax = 2000;
/** Comments of a board. */
export const commentsMax = 20000;
/** Comments of a proposal. */
export const commentsPerProposalMax = 500;
/** Comments of a participant on a board. */
export const commentsPerParticipantMax = 500;
/** Participants of a board. */
export const participantsMax = 20000;
/** Devices from which one participant may act. */
export const devicesPerMemberMax = 64;
/** Devices from which all who hold one link of the desk, or of the screen, may act. */
export const devicesPerRoleMax = 1024;
/** Institutions invited to a board. */
export const institutionsMax = 50;
/** Commitments on a board. */
export const commitmentsMax = 5000;
/** Comments of an institution on a board. */
export const commentsPerInstitutionMax = 500;
/** Reports of progress on one commitment. */
export const progressReportsMax = 200;
/** Ballots of a board. */
export const ballotsMax = 50;
/** Tables of a board. */
export const tablesMax = 60;
/** Showings of the screens that are remembered; the oldest make place. */
export const showingsMax = 60;
/** How often phases of a board may be opened again. */
export const phaseReopeningsMax = 200;
/** How long an author may edit a submitted proposal. */
export const editSeconds = 300;
/** How long after opening a socket its hello may take. */
export const helloSeconds = 5;
/** How often a client should send a ping. */
export const pingSeconds = 15;
/** A socket silent for longer is closed. */
export const silenceSeconds = 60;
/** Badges of a board. */
export const badgesMax = 20000;
/** Helpers' links of a board, ended ones too. */
export const helpersMax = 50;
/** How often a badge may be used on another device. */
export const movesPerBadgeMax = 100;
/** How often one ballot may be opened again. */
export const reopeningsMax = 20;
/** Results of a college with fewer voters are not told. */
export const smallCellMin = 5;
/** How long a claim of a proposal holds unless it is made anew. */
export const claimSeconds = 120;
/** Parts of a proposal that others were merged into, and their parts. */
export const mergedMax = 100;
/** Rewordings of a proposal that stand. */
export const rewordingsMax = 20;
/** What people call a screen: the most characters, as a reader counts them. */
export const screenTitleGraphemesMax = 30;
/** Title of a board: the most characters, as a reader counts them. */
export const boardTitleGraphemesMax = 120;
/** Title of an axis or a college: the most characters, as a reader counts them. */
export const labelGraphemesMax = 60;
/** Title of a proposal: the most characters, as a reader counts them. */
export const titleGraphemesMax = 120;
/** Description of a proposal: the most characters, as a reader counts them. */
export const descriptionGraphemesMax = 2000;
/** A comment: the most characters, as a reader counts them. */
export const commentTextGraphemesMax = 500;
/** A name given by a participant: the most characters, as a reader counts them. */
export const nameGraphemesMax = 40;
/** A question to an author, or words on a decision: the most characters, as a reader counts them. */
export const remarkGraphemesMax = 500;
/** The question of a ballot: the most characters, as a reader counts them. */
export const questionGraphemesMax = 200;
/** An organisation that leads an action or takes part: the most characters, as a reader counts them. */
export const organisationGraphemesMax = 120;
/** Why something that was ended is opened again: the most characters, as a reader counts them. */
export const reasonGraphemesMax = 200;
/** What a step of the agenda is, as everybody reads it: the most characters, as a reader counts them. */
export const stepTitleGraphemesMax = 60;
/** What the desk tells everybody, in a line: the most characters, as a reader counts them. */
export const messageTextGraphemesMax = 200;
/** A few words in a commitment: an indicator, a need, a place, who benefits: the most characters, as a reader counts them. */
export const phraseGraphemesMax = 120;
/** What an indicator counts in: the most characters, as a reader counts them. */
export const unitGraphemesMax = 40;
/** What an institution tells of its progress: the most characters, as a reader counts them. */
export const newsGraphemesMax = 1000;
/** Step: the most there may be in minutes. */
export const stepMinutesMax = 20160;
/** Settings: the most there may be in proposalsPerParticipant. */
export const settingsProposalsPerParticipantMax = 200;
/** OpenBallot: the most items in proposals. */
export const openBallotProposalsMax = 2000;
/** OpenBallot: the most there may be in maximum. */
export const openBallotMaximumMax = 2000;
/** OpenBallot: the most there may be in budget. */
export const openBallotBudgetMax = 99;
/** OpenBallot: the most there may be in cap. */
export const openBallotCapMax = 10;
/** OpenBallot: the most there may be in judgmentsMin. */
export const openBallotJudgmentsMinMax = 20000;
/** StartTimer: the most there may be in seconds. */
export const startTimerSecondsMax = 86400;
/** DecideProposal: the most items in partners. */
export const decideProposalPartnersMax = 20;
/** RecordPaper: the most items in marks. */
export const recordPaperMarksMax = 200;
/** SetAgenda: the most items in steps. */
export const setAgendaStepsMax = 40;
/** ArrangeScreens: the most items in screens. */
export const arrangeScreensScreensMax = 8;
/** SendUp: the most there may be in number. */
export const sendUpNumberMax = 2000;
/** Indicator: the most there may be in baseline. */
export const indicatorBaselineMax = 1000000000000;
/** Indicator: the most there may be in target. */
export const indicatorTargetMax = 1000000000000;
/** Pledge: the most items in partners. */
export const pledgePartnersMax = 20;
/** Pledge: the most items in indicators. */
export const pledgeIndicatorsMax = 10;
/** Pledge: the most there may be in budget. */
export const pledgeBudgetMax = 1000000000000;
/** Pledge: the most items in needs. */
export const pledgeNeedsMax = 10;
/** Pledge: the most items in otherNeeds. */
export const pledgeOtherNeedsMax = 10;
/** Pledge: the most items in audience. */
export const pledgeAudienceMax = 10;
/** Pledge: the most items in places. */
export const pledgePlacesMax = 20;
/** ConfirmCommitment: the most there may be in revision. */
export const confirmCommitmentRevisionMax = 9007199254740991;
/** ProgressReport: the most there may be in percent. */
export const progressReportPercentMax = 100;
/** DecisionRecord: the most items in partners. */
export const decisionRecordPartnersMax = 20;
/** Commitment: the most items in progress. */
export const commitmentProgressMax = 200;
/** Ballot: the most items in proposals. */
export const ballotProposalsMax = 2000;
/** Ballot: the most items in reopenings. */
export const ballotReopeningsMax = 20;
/** Ballot: the most items in joined. */
export const ballotJoinedMax = 2000;
/** Standing: the most items in colleges. */
export const standingCollegesMax = 12;
/** Tally: the most items in counts. */
export const tallyCountsMax = 10;
/** CollegeResult: the most items in counts. */
export const collegeResultCountsMax = 10;
/** Yours: the most items in choices. */
export const yoursChoicesMax = 100000;
/** Yours: the most items in proposals. */
export const yoursProposalsMax = 200;
/** Yours: the most items in comments. */
export const yoursCommentsMax = 500;
/** Yours: the most items in tallies. */
export const yoursTalliesMax = 100000;
/** Yours: the most items in turnouts. */
export const yoursTurnoutsMax = 50;
/** Yours: the most items in parts. */
export const yoursPartsMax = 100000;
/** State: the most items in changes. */
export const stateChangesMax = 200000;
/** State: the most items in answers. */
export const stateAnswersMax = 128;
/** Similar: the most items in found. */
export const similarFoundMax = 5;
/** BoardChange: the most items in axes. */
export const boardChangeAxesMax = 24;
/** BoardChange: the most items in colleges. */
export const boardChangeCollegesMax = 12;
/** BoardChange: the most items in phases. */
export const boardChangePhasesMax = 6;
/** PhaseChange: the most items in left. */
export const phaseChangeLeftMax = 6;
/** ParticipantsChange: the most items in colleges. */
export const participantsChangeCollegesMax = 12;
/** PresenceChange: the most items in colleges. */
export const presenceChangeCollegesMax = 12;
/** ClaimsChange: the most items in claims. */
export const claimsChangeClaimsMax = 64;
/** ScreensChange: the most items in screens. */
export const screensChangeScreensMax = 8;
/** ShowingsChange: the most items in showings. */
export const showingsChangeShowingsMax = 60;
/** RankingChange: the most items in standings. */
export const rankingChangeStandingsMax = 2000;
/** AgendaChange: the most items in steps. */
export const agendaChangeStepsMax = 40;
/** TablesChange: the most items in tables. */
export const tablesChangeTablesMax = 60;
/** Template: the most items in agenda. */
export const templateAgendaMax = 40;
/** CreateBoard: the most items in axes. */
export const createBoardAxesMax = 24;
/** CreateBoard: the most items in colleges. */
export const createBoardCollegesMax = 12;
/** ImportReport: the most items in problems. */
export const importReportProblemsMax = 1000;
/** BoardCard: the most items in colleges. */
export const boardCardCollegesMax = 12;
/** BoardCard: the most items in axes. */
export const boardCardAxesMax = 24;
/** IssueBadges: the most there may be in count. */
export const issueBadgesCountMax = 1000;
/** BadgesIssued: the most items in badges. */
export const badgesIssuedBadgesMax = 1000;
/** BadgeTrail: the most items in trail. */
export const badgeTrailTrailMax = 1000;
/** Helpers: the most items in helpers. */
export const helpersHelpersMax = 50;
/** Problem: the most items in problems. */
export const problemProblemsMax = 1000;
