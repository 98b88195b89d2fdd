using System.Globalization;
using NodaTime;

namespace GdprKit;

/// <content>What takes the place of values.</content>
public abstract partial class RetentionWording
{
    /// <summary>What becomes of a field of a plan, as a fragment: "wordt leeggemaakt", "is replaced by “-”".</summary>
    /// <param name="planned">The field.</param>
    public string Name(PlannedField planned)
    {
        ArgumentNullException.ThrowIfNull(planned);
        return planned switch
        {
            { Disposal: FieldDisposal.Replaced, Replacement: { } replacement } => Name(replacement),
            { Disposal: FieldDisposal.Replaced } => Irreplaceable,
            _ => Name(planned.Disposal),
        };
    }

    /// <summary>What takes the place of a value, as a fragment: "wordt vervangen door “-”", "is replaced by “-”".</summary>
    /// <param name="replacement">What takes its place.</param>
    public string Name(Replacement replacement) => replacement switch
    {
        Replacement.Constant constant => ReplacedBy(Written(constant.Value)),
        Replacement.PerRow text => ReplacedPerRow($"“{text}”"),
        _ => Name(FieldDisposal.Replaced),
    };

    /// <summary>That a field can be neither emptied nor replaced, as a fragment: "blijft zolang de rij blijft, …".</summary>
    protected abstract string Irreplaceable { get; }

    /// <summary>That the same value takes its place in every row: "wordt vervangen door “-”".</summary>
    /// <param name="value">The value, in quotation marks where it is no date.</param>
    protected abstract string ReplacedBy(string value);

    /// <summary>That a random text takes its place, another one in every row: "wordt vervangen door een willekeurige tekst, …".</summary>
    /// <param name="form">How such a text begins and ends, in quotation marks: “anon-…”.</param>
    protected abstract string ReplacedPerRow(string form);

    /// <summary>A value that is empty, but there: "niets", "nothing".</summary>
    protected abstract string NothingAtAll { get; }

    /// <summary>Whether something is so: "ja", "yes".</summary>
    /// <param name="truth">Whether it is.</param>
    protected abstract string Name(bool truth);

    private string Written(object value) => value switch
    {
        "" or Array { Length: 0 } => NothingAtAll,
        bool truth => Name(truth),
        DateOnly day => Words.Date(LocalDate.FromDateOnly(day)),
        DateTime time => Words.Date(LocalDate.FromDateTime(time)),
        DateTimeOffset time => Words.Date(LocalDate.FromDateTime(time.DateTime)),
        LocalDate day => Words.Date(day),
        LocalDateTime time => Words.Date(time.Date),
        OffsetDateTime time => Words.Date(time.Date),
        Instant moment => Words.Date(moment.InUtc().Date),
        _ => $"“{Convert.ToString(value, CultureInfo.InvariantCulture)}”",
    };
}
