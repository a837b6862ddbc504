import {
  envelope,
  envelopeCommands,
  envelopeEvents,
  envelopeStream,
  expectedOfEnvelope,
  expectedOfStudy,
  feasibilityCommands,
  feasibilityEvents,
  feasibilityStream,
  feasibilityStudy,
} from '@isegoria/budget'
import * as c from '@isegoria/consultation'
import { ballotDecider, ballotEvents, ballotStream, elector, electorEvents, electorStream, poll, pollEvents, pollStream } from '@isegoria/voting'
