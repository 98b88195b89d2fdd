using System.Globalization;
using GdprKit.Samples.Crm.Data;
using GdprKit.Samples.Crm.Localization;
using Microsoft.Extensions.Localization;

namespace GdprKit.Samples.Crm.Privacy;

/// <summary>What is kept of a person, in the words of the reader.</summary>
public sealed class KeptDataView(ProcessingRegister register, ShopCalendar calendar, IStringLocalizer<Texts> texts)
{
    private RegisterWording Words { get; } = RegisterWording.In(Language.OfReader);

    private RetentionWording Reasons { get; } = RetentionWording.In(Language.OfReader);

    public string NameOf(KeptTable table) => table.Entity.Label is { } label ? Words.AsSentence(Words.Text(label)).TrimEnd('.') : table.Entity.ToString();

    public string NameOf(PropertyPath property) => texts[$"Field.{property}"];

    public string ValueOf(KeptField field) => field.Value switch
    {
        null or "" => texts["Kept.Empty"],
        DateTime day => day.Long(),
        decimal amount => amount.Euro(),
        string name when field.Property.ToString().EndsWith("Country", StringComparison.Ordinal) => Countries.DisplayName(name) ?? name,
        IFormattable number => number.ToString(null, CultureInfo.CurrentCulture),
        var other => other.ToString()!,
    };

    /// <summary>The activities that still need the fields, each with its basis.</summary>
    public IEnumerable<(string Activity, string Basis)> NeededFor(KeptGroup group) => group.Fields
        .SelectMany(field => field.Retention.Activities)
        .Where(activity => activity.NeedsOn(calendar.Today))
        .Select(activity => activity.Activity)
        .Distinct()
        .Select(key => register.Activities[key])
        .Select(activity => (Words.Text(activity.Name), Words.Name(activity.Basis)));

    /// <summary>The last day on which the data are kept, or that they may go, or that nobody knows.</summary>
    public string Until(KeptGroup group) =>
        group.Retention.FirstDeletable is not { } free ? texts["Kept.Unknown"]
        : free <= calendar.Today ? texts["Kept.MayGo", Words.Date(free)]
        : Words.Date(free.PlusDays(-1));

    public bool MayGo(KeptGroup group) => group.Retention.IsDueOn(calendar.Today);

    /// <summary>What asks why; of several rows, one is the example.</summary>
    public string WhyOf(KeptGroup group) => group.Keys.Skip(1).Any() ? texts["Kept.WhyOfOne", group.Keys.First()!] : texts["Kept.Why"];

    /// <summary>Why, in whole sentences, as the person may be told.</summary>
    public IEnumerable<string> Why(KeptGroup group) => Reasons.Explain(group.Retention, register);

    /// <summary>What somebody has to find out; nothing when all is known.</summary>
    public IEnumerable<string> ToDo(KeptGroup group)
    {
        var reasons = group.Retention.Activities.IsEmpty
            ? [UnresolvedReason.NothingApplies]
            : group.Retention.Unresolved.Select(outcome => outcome.Obstacle!.Reason!.Value).Distinct();
        return reasons.Select(reason => texts[$"ToDo.{reason}"].Value);
    }
}
