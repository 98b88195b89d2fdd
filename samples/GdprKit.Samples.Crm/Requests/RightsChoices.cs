using System.Collections.Immutable;
using GdprKit.Samples.Crm.Localization;
using Microsoft.Extensions.Localization;

namespace GdprKit.Samples.Crm.Requests;

/// <summary>What customers can ask, by what the register says is done with their data.</summary>
public sealed class RightsChoices(ProcessingRegister register, IStringLocalizer<Texts> texts)
{
    private const string ObjectionPrefix = "objection-";

    /// <summary>What can be asked, in the order of the law. To what rests on a contract, a duty or consent there is no objection (Art. 21(1)).</summary>
    public ImmutableArray<RightsChoice> All { get; } =
    [
        new("access", RightsRequestKind.Access),
        new("rectification", RightsRequestKind.Rectification),
        new("erasure", RightsRequestKind.Erasure),
        new("restriction", RightsRequestKind.Restriction),
        new("portability", RightsRequestKind.Portability),
        .. register.ActivitiesInReadingOrder
            .Where(CanBeObjectedTo)
            .Select(activity => new RightsChoice(ObjectionPrefix + activity.Key, RightsRequestKind.Objection, activity.Key)),
        new("marketing", RightsRequestKind.Objection),
    ];

    /// <summary>What an id stands for; <see langword="null"/> for nothing.</summary>
    public RightsChoice? Find(string? id) => All.FirstOrDefault(choice => choice.Id == id);

    /// <summary>What it is called.</summary>
    public string NameOf(RightsChoice choice) => texts[choice.TextKey, ActivityOf(choice)];

    /// <summary>What it means, in plain words.</summary>
    public string MeaningOf(RightsChoice choice) => texts[$"{choice.TextKey}.Text", ActivityOf(choice)];

    // Not to what GdprKit itself remembers of an objection: who is taken off the list of who wants no advertising would get it again.
    private static bool CanBeObjectedTo(ProcessingActivity activity) => activity.People.Contains(Gdpr.Crm.Customers)
        && activity.Marketing.IsEmpty
        && activity.Basis is LawfulBasis.LegitimateInterest or LawfulBasis.PublicTask
        && !activity.Key.ToString().StartsWith("gdprkit-", StringComparison.Ordinal);

    private string ActivityOf(RightsChoice choice) =>
        choice.Activity is { } key && register.Activities.TryGet(key, out var activity) ? RegisterWording.In(Language.OfReader).Text(activity.Name) : "";
}
