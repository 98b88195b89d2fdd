using NodaTime;

namespace GdprKit.Ledger;

public sealed record SubscriptionIssue(LocalDate Day, int Pages);
