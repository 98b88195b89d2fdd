using NodaTime;

namespace GdprKit;

/// <summary>A register in plain English.</summary>
/// <remarks><see cref="RegisterWording.In"/> gives it as it is; derive from it to say one thing otherwise.</remarks>
public abstract partial class EnglishRegisterWording : RegisterWording
{
    private static readonly string[] Months =
    [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ];

    /// <inheritdoc/>
    public override Language Language => Language.English;

    /// <inheritdoc/>
    protected override string ConjunctionAnd => "and";

    /// <inheritdoc/>
    protected override string ConjunctionOr => "or";

    /// <inheritdoc/>
    public override string Date(LocalDate date) => $"{date.Day} {Months[date.Month - 1]} {date.Year}";

    /// <inheritdoc/>
    public override string Period(Period period)
    {
        ArgumentNullException.ThrowIfNull(period);
        return period.Equals(NodaTime.Period.Zero) ? "0 days" : And(new[]
        {
            Counted(period.Years, "year", "years"),
            Counted(period.Months, "month", "months"),
            Counted(period.Weeks, "week", "weeks"),
            Counted(period.Days, "day", "days"),
        }.Where(part => part.Length > 0));
    }

    /// <inheritdoc/>
    public override string Article(string article) => $"Art. {article} GDPR";

    private static string Counted(int count, string one, string several) => count == 0 ? "" : $"{count} {(count == 1 ? one : several)}";
}
