namespace GdprKit.Ledger;

public enum SubscriptionState
{
    Unknown = 0,
    Running,
    PausedByRequest,
    Stopped,
}
