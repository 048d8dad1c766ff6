import { IsNull } from 'typeorm';
import type { Context } from '../contract/context.ts';
import { CourseCompletionRow, RetrainingRow, TrainingExemptionRow } from '../database/tables/training.table.ts';
import { faults } from '../errors.ts';
import { alterRecord } from '../mutations/locked-facts.ts';
import type { Refusal } from '../rules/decision.ts';
import { refuseExemption } from '../rules/recording/exemption.ts';
import { alterPerson, dayGiven, refuseEarlierDay } from './altered-person.ts';
import type {
  CompleteRetrainingInput,
  DecideTrainingExemptionInput,
  RecordCourseInput,
  RequestTrainingExemptionInput,
  RequireRetrainingInput,
} from './person.input.ts';
import type { PersonSource } from './person.type.ts';

type Outcome = Promise<PersonSource | Refusal>;

/** G-2.2.a: records a course that a person completed. */
export const recordCourse = (context: Context, input: RecordCourseInput): Outcome =>
  alterPerson(context, 'recordCourse', input, async (unit, { id: personId }) => {
    const { course, provider = null } = input;
    const completedOn = dayGiven(unit, 'completedOn', input.completedOn);
    if (await unit.tx.existsBy(CourseCompletionRow, { personId, course, completedOn })) throw alreadyOnRecord('completedOn');
    await unit.tx.insert(CourseCompletionRow, { personId, course, completedOn, provider });
    return {};
  });

/** G-2.2.b: records a request for an exemption, whatever comes with it: its conditions are judged by the decision. A denied one may be made again. */
export const requestTrainingExemption = (context: Context, input: RequestTrainingExemptionInput): Outcome =>
  alterPerson(context, 'requestTrainingExemption', input, async (unit, { id: personId }) => {
    const { course, provider, providerName = null, courseCompletedOn = null, evidence } = input;
    const requestedOn = dayGiven(unit, 'requestedOn', input.requestedOn);
    if (courseCompletedOn !== null && courseCompletedOn > requestedOn)
      throw faults.BAD_USER_INPUT('input.courseCompletedOn', 'input.courseCompletedOn must not be after the request.');
    const same = { personId, course, requestedOn };
    const notDenied = [
      { ...same, isGranted: IsNull() },
      { ...same, isGranted: true },
    ];
    if (await unit.tx.existsBy(TrainingExemptionRow, notDenied)) throw alreadyOnRecord('requestedOn');
    await unit.tx.insert(TrainingExemptionRow, { personId, course, requestedOn, provider, providerName, courseCompletedOn, evidence });
    return {};
  });

/** G-2.2.b: grants or rejects an exemption, each separately. What the guideline does not allow is not granted. */
export const decideTrainingExemption = (context: Context, input: DecideTrainingExemptionInput): Outcome =>
  alterPerson(context, 'decideTrainingExemption', input, async (unit, { id: personId }) => {
    const { course, requestedOn, isGranted } = input;
    // After a denial the same day can have a second request.
    const [row] = await unit.tx.find(TrainingExemptionRow, { where: { personId, course, requestedOn }, order: { id: 'DESC' }, take: 1 });
    if (!row) throw faults.NOT_FOUND('training exemption');
    if (row.decidedOn !== null)
      throw faults.BAD_USER_INPUT('input.requestedOn', 'input.requestedOn must be of a request that is not decided.');
    const decidedOn = dayGiven(unit, 'decidedOn', input.decidedOn);
    refuseEarlierDay('decidedOn', decidedOn, requestedOn, 'the request');
    const refusal = isGranted ? refuseExemption(row) : null;
    if (refusal) return refusal;
    const record = { id: row.id, expectedVersion: row.version };
    await alterRecord(unit, TrainingExemptionRow, record, { decidedOn, isGranted, decidedBy: unit.actor });
    return {};
  });

/** G-4.2: records that IHSA requires retraining. Until it is completed, the person conducts no new audit. */
export const requireRetraining = (context: Context, input: RequireRetrainingInput): Outcome =>
  alterPerson(context, 'requireRetraining', input, async (unit, { id: personId }) => {
    const requiredOn = dayGiven(unit, 'requiredOn', input.requiredOn);
    if (await unit.tx.existsBy(RetrainingRow, { personId, requiredOn })) throw alreadyOnRecord('requiredOn');
    await unit.tx.insert(RetrainingRow, { personId, requiredOn });
    return {};
  });

/** G-4.2: records that a retraining was completed. */
export const completeRetraining = (context: Context, input: CompleteRetrainingInput): Outcome =>
  alterPerson(context, 'completeRetraining', input, async (unit, { id: personId }) => {
    const { requiredOn } = input;
    const row = await unit.tx.findOneBy(RetrainingRow, { personId, requiredOn });
    if (!row) throw faults.NOT_FOUND('retraining');
    const completedOn = dayGiven(unit, 'completedOn', input.completedOn);
    refuseEarlierDay('completedOn', completedOn, requiredOn, 'the day on which it was required');
    await alterRecord(unit, RetrainingRow, { id: row.id, expectedVersion: row.version }, { completedOn });
    return {};
  });

const alreadyOnRecord = (field: string) => faults.BAD_USER_INPUT(`input.${field}`, `input.${field} is already on record.`);
