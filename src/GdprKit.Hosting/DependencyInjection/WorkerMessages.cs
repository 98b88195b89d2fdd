namespace GdprKit.Hosting;

/// <summary>The ids of the messages of the workers; MESSAGES.md of the core lists them all.</summary>
internal static class WorkerMessages
{
    public const string LengthImpossible = "GDPR4701";

    public const string ServiceMissing = "GDPR4702";

    public const string RoundFailed = "GDPR6400";

    public const string Recovered = "GDPR6401";

    public const string ObtainedUntold = "GDPR6402";

    public const string MirrorUnfit = "GDPR6403";

    public const string MirrorFitAgain = "GDPR6404";

    public const string LedgerUnsound = "GDPR6405";

    public const string CheckpointUnsigned = "GDPR6406";

    public const string HoldsOverdue = "GDPR6407";

    public const string RetentionWaits = "GDPR6408";

    public const string RequestsDueSoon = "GDPR6409";

    public const string RequestsOverdue = "GDPR6410";

    public const string BackupsUnfit = "GDPR6411";

    public const string ReplayFinished = "GDPR6412";

    public const string ReplayFinishedInPart = "GDPR6413";

    public const string ReplayWaits = "GDPR6414";

    public const string InboxMerged = "GDPR6415";

    public const string OwnRecordsExpired = "GDPR6416";

    public const string ExpiryRefused = "GDPR6417";

    public const string MirrorForgetsNothing = "GDPR6418";
}
