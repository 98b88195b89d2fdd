using System.Text.Json;

namespace GdprKit;

/// <summary>Of every closed set of cases one is chosen.</summary>
internal static class SpecificationCheck
{
    public static IEnumerable<RegisterFault> Find(RegisterDeclarations register) =>
    [
        .. register.Categories.SelectMany(category => Find($"{RegisterPath.Of(category)}/sensitivity", $"sensitivity of the category '{category.Key}'", category.Sensitivity)),
        .. register.Recipients.SelectMany(Find),
        .. register.Activities.SelectMany(Find),
        .. DeclaredRule.AllOf(register).SelectMany(Find),
    ];

    /// <summary>The name of a case in the register file.</summary>
    public static string NameOf<T>(T value)
        where T : struct, Enum =>
        JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static IEnumerable<RegisterFault> Find(Recipient recipient)
    {
        var path = RegisterPath.Of(recipient);
        return
        [
            .. Find($"{path}/role", $"role of the recipient '{recipient.Key}'", recipient.Role),
            .. recipient.Transfers.SelectMany((transfer, index) => transfer.Safeguard is TransferSafeguard.Derogation derogation
                ? Find($"{path}/transfers/{index}/safeguard/ground", "ground of the derogation (Art. 49(1))", derogation.Ground)
                : []),
        ];
    }

    private static IEnumerable<RegisterFault> Find(ProcessingActivity activity)
    {
        var path = RegisterPath.Of(activity);
        return
        [
            .. Find($"{path}/provision/requirement", $"requirement to give data for the activity '{activity.Key}' (Art. 13(2)(e))", activity.Provision?.Requirement ?? default),
            .. activity.SpecialCategoryCondition is { } condition
                ? Find($"{path}/specialCategories/ground", $"exception of the activity '{activity.Key}' (Art. 9(2))", condition.Ground)
                : [],
            .. activity.Marketing.SelectMany((channel, index) => Find($"{path}/marketing/{index}", $"marketing channel of the activity '{activity.Key}'", channel)),
            .. (activity.Consent?.DoubleOptIn ?? []).SelectMany((channel, index) => Find($"{path}/consent/doubleOptIn/{index}", $"channel over which consent to the activity '{activity.Key}' is confirmed", channel)),
        ];
    }

    private static IEnumerable<RegisterFault> Find(DeclaredRule declared)
    {
        var of = $"of the rule '{declared.Rule.Key}'";
        return
        [
            .. Find($"{declared.Path}/side", $"side {of}", declared.Rule.Side),
            .. Find($"{declared.Path}/then", $"disposal {of}", declared.Rule.Then),
            .. Find($"{declared.Path}/strength", $"strength {of}", declared.Rule.Strength),
            .. declared.Ends.SelectMany(end => Find($"{end.Path}/anchor", $"anchor {of}", end.End.Anchor)),
        ];
    }

    private static IEnumerable<RegisterFault> Find<T>(string path, string what, T value)
        where T : struct, Enum =>
        Enum.IsDefined(value) && !value.Equals(default(T))
            ? []
            : [RegisterFaults.NotSpecified(path, what, Enum.GetValues<T>().Where(choice => !choice.Equals(default(T))).Select(choice => $"'{NameOf(choice)}'"))];
}
