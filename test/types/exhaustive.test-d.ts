import {
  ChangeType,
  type CommsNotificationResource,
  type CommsOperation,
  type Identity,
  type MediaConfig,
  type MeetingInfo,
} from "../../generated/src/types.js";

/**
 * Each switch is exhaustive: its `default` is `never`. `exhaustive.test.ts` adds a member to each union and sees the
 * error.
 */
export function ofMediaConfig(value: MediaConfig): unknown {
  switch (value["@odata.type"]) {
    case "#microsoft.graph.appHostedMediaConfig":
      return value.blob ?? undefined;
    case "#microsoft.graph.serviceHostedMediaConfig":
      return value.preFetchMedia?.[0]?.uri;
    default:
      return value satisfies never;
  }
}

export function ofMeetingInfo(value: MeetingInfo): unknown {
  switch (value["@odata.type"]) {
    case "#microsoft.graph.joinMeetingIdMeetingInfo":
      return value.joinMeetingId;
    case "#microsoft.graph.organizerMeetingInfo":
      return value.organizer?.user?.id;
    case "#microsoft.graph.tokenMeetingInfo":
      return value.token;
    default:
      return value satisfies never;
  }
}

/** A concrete base: `undefined` and its own tag both mean the base itself. */
export function ofIdentity(value: Identity): unknown {
  switch (value["@odata.type"]) {
    case undefined:
    case "#microsoft.graph.identity":
      return value.displayName;
    case "#microsoft.graph.azureCommunicationServicesUserIdentity":
      return value.azureCommunicationServicesResourceId;
    case "#microsoft.graph.callRecords.userIdentity":
      return value.userPrincipalName;
    case "#microsoft.graph.communicationsApplicationIdentity":
      return value.applicationType;
    case "#microsoft.graph.servicePrincipalIdentity":
      return value.appId;
    case "#microsoft.graph.communicationsApplicationInstanceIdentity":
    case "#microsoft.graph.communicationsEncryptedIdentity":
    case "#microsoft.graph.communicationsGuestIdentity":
    case "#microsoft.graph.communicationsPhoneIdentity":
    case "#microsoft.graph.communicationsUserIdentity":
    case "#microsoft.graph.emailIdentity":
    case "#microsoft.graph.initiator":
    case "#microsoft.graph.provisionedIdentity":
    case "#microsoft.graph.provisioningServicePrincipal":
    case "#microsoft.graph.provisioningSystem":
    case "#microsoft.graph.sharePointGroupIdentity":
    case "#microsoft.graph.sharePointIdentity":
    case "#microsoft.graph.teamworkApplicationIdentity":
    case "#microsoft.graph.teamworkConversationIdentity":
    case "#microsoft.graph.teamworkTagIdentity":
    case "#microsoft.graph.teamworkUserIdentity":
    case "#microsoft.graph.userIdentity":
      return value.id;
    default:
      return value satisfies never;
  }
}

export function ofOperation(value: CommsOperation): unknown {
  switch (value["@odata.type"]) {
    case undefined:
    case "#microsoft.graph.commsOperation":
      return value.status;
    case "#microsoft.graph.inviteParticipantsOperation":
      return value.participants?.[0]?.identity?.user?.id;
    case "#microsoft.graph.recordOperation":
      return value.recordingLocation;
    case "#microsoft.graph.addLargeGalleryViewOperation":
    case "#microsoft.graph.cancelMediaProcessingOperation":
    case "#microsoft.graph.muteParticipantOperation":
    case "#microsoft.graph.playPromptOperation":
    case "#microsoft.graph.sendDtmfTonesOperation":
    case "#microsoft.graph.startHoldMusicOperation":
    case "#microsoft.graph.stopHoldMusicOperation":
    case "#microsoft.graph.subscribeToToneOperation":
    case "#microsoft.graph.unmuteParticipantOperation":
    case "#microsoft.graph.updateRecordingStatusOperation":
      return value.clientContext;
    default:
      return value satisfies never;
  }
}

/** An item of `resourceData`: always tagged, so there is no `case undefined`. */
export function ofResource(value: CommsNotificationResource): unknown {
  switch (value["@odata.type"]) {
    case "#microsoft.graph.call":
      return value.state;
    case "#microsoft.graph.participant":
      return value.isMuted;
    case "#microsoft.graph.deltaParticipants":
      return value.participants;
    case "#microsoft.graph.participantJoiningNotification":
      return value.call;
    case "#microsoft.graph.participantLeftNotification":
      return value.participantId;
    case "#microsoft.graph.audioRoutingGroup":
      return value.routingMode;
    case "#microsoft.graph.contentSharingSession":
      return value.id;
    case "#microsoft.graph.recordOperation":
      return value.recordingLocation;
    case "#microsoft.graph.addLargeGalleryViewOperation":
    case "#microsoft.graph.cancelMediaProcessingOperation":
    case "#microsoft.graph.commsOperation":
    case "#microsoft.graph.inviteParticipantsOperation":
    case "#microsoft.graph.muteParticipantOperation":
    case "#microsoft.graph.playPromptOperation":
    case "#microsoft.graph.sendDtmfTonesOperation":
    case "#microsoft.graph.startHoldMusicOperation":
    case "#microsoft.graph.stopHoldMusicOperation":
    case "#microsoft.graph.subscribeToToneOperation":
    case "#microsoft.graph.unmuteParticipantOperation":
    case "#microsoft.graph.updateRecordingStatusOperation":
      return value.status;
    default:
      return value satisfies never;
  }
}

/** Enumerations likewise. */
export function ofChangeType(value: ChangeType): unknown {
  switch (value) {
    case ChangeType.created:
      return 1;
    case ChangeType.updated:
      return 2;
    case ChangeType.deleted:
      return 3;
    default:
      return value satisfies never;
  }
}

/** Without `case undefined` the base itself is left over. */
export function withoutBase(value: CommsOperation | MediaConfig): unknown {
  switch (value["@odata.type"]) {
    case "#microsoft.graph.appHostedMediaConfig":
    case "#microsoft.graph.serviceHostedMediaConfig":
      return value.removeFromDefaultAudioGroup;
    default:
      // @ts-expect-error TS1360: all operations are left
      return value satisfies never;
  }
}
