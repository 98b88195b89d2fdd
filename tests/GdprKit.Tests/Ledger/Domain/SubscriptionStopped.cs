namespace GdprKit.Ledger;

public sealed record SubscriptionStopped(bool IsByPerson);
