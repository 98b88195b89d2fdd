using NodaTime;

namespace GdprKit;

public abstract partial class DutchRetentionWording
{
    /// <inheritdoc/>
    protected override string NobodyKnows => "Niets wat we doen gaat over dit gegeven. Niemand weet daarom wanneer het weg mag. Tot dat duidelijk is, bewaren we het.";

    /// <inheritdoc/>
    protected override string NeededUntil(string activity, string basis, LocalDate lastDay) =>
        $"Voor “{activity}” ({basis}) is dit nodig tot en met {Words.Date(lastDay)}.";

    /// <inheritdoc/>
    protected override string NeededFor(string activity, string basis) => $"Dit hoort bij “{activity}” ({basis}).";

    /// <inheritdoc/>
    protected override string ArchivedFrom(LocalDate day) => $"Vanaf {Words.Date(day)} gebruiken we het niet meer in ons dagelijkse werk.";
}
