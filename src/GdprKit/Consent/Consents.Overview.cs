using GdprKit.Consent;

namespace GdprKit;

public sealed partial class Consents
{
    private const int MostMonths = 120;

    /// <summary>Counts how many people agreed to what, today and over the last months. Nobody is named, and nothing is read into memory but the numbers.</summary>
    /// <param name="months">How many months, the current one included, from 1 to 120; by default a year.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of months lies outside.</exception>
    public ValueTask<ConsentOverview> OverviewAsync(int months = 12, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(months, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(months, MostMonths);
        return new OverviewCounting(_store, _rules.Register, _rules.Now, months).CountAsync(cancellationToken);
    }
}
