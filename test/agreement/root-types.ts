/** The types of the flagship package that come or go as a whole body. */
export const rootTypes = [
  "call",
  "changeNotificationCollection",
  "commsNotification",
  "commsNotifications",
  "commsOperation",
  "deltaParticipants",
  "emergencyCallEvent",
  "participant",
  "participantJoiningNotification",
  "participantJoiningResponse",
  "participantLeftNotification",
].map((name) => `microsoft.graph.${name}`);
