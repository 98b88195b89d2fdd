using NodaTime;
using NodaTime.Text;

namespace GdprKit.Retention;

/// <summary>What is refused about holds, each with its id, the fault and the remedy. None repeats what identifies somebody.</summary>
internal static class HoldRefusals
{
    public static ArgumentException PersonUnknown(Key<SubjectKind> kind) => new(
        $"{HoldMessages.ScopeUnknown}: a hold is to be placed on somebody of the kind '{kind}', which the register does not declare, so it would keep nothing. Use a kind that it declares.");

    public static ArgumentException CategoryUnknown(Key<DataCategory> category) => new(
        $"{HoldMessages.ScopeUnknown}: a hold is to be placed on the category '{category}', which the register does not declare, so it would keep nothing. Use the key of a category that it declares.");

    public static ArgumentException EntityUnknown(string? store, string? name) => new(
        $"{HoldMessages.ScopeUnknown}: a hold is to be placed on '{Excerpt.Of(name)}' of the store '{Excerpt.Of(store)}', which no map is about, so it would keep nothing. Use the names that PersonalDataMap.Stores has for it.");

    public static ArgumentException QueryUnknown(HoldScope.Query query) => new(
        $"{HoldMessages.ScopeUnknown}: a hold is to be placed on the query '{query.Key}' of '{Excerpt.Of(query.Name)}' in the store '{Excerpt.Of(query.Store)}', which no map declares, so it would keep nothing. Use one of LegalHolds.Queries, or declare it in the map with HoldQuery(…).");

    public static ArgumentException Unnamed() => new(
        $"{HoldMessages.ScopeUnknown}: a hold is to be placed on what cannot be named any more. Name a person, a category, an entity or a query that is there.");

    public static ArgumentException GroundUnknown() => new(
        $"{HoldMessages.GroundUnknown}: the ground of a hold is none that Art. 17(3) knows. Name one of HoldGround.");

    public static ArgumentException TextMissing(string name) => new(
        $"{HoldMessages.TextMissing}: the {name} of a hold is empty, so nobody could review it. Say it in a few words.");

    public static ArgumentException TextUnfit(string name, int most) => new(
        $"{HoldMessages.TextUnfit}: the {name} of a hold has more than {most} characters, or one that cannot be shown. Shorten it, to one line, and refer to the file for the rest.");

    public static ArgumentException ReviewPast(LocalDate today) => new(
        $"{HoldMessages.ReviewPast}: the review date of a hold has passed. Give a day from {Day(today)} on.");

    public static ArgumentException ReviewTooFar(LocalDate last) => new(
        $"{HoldMessages.ReviewTooFar}: the review date of a hold is more than 12 months ahead. Give a day up to {Day(last)}, and prolong it then if it is still needed.");

    public static ArgumentException HoldUnknown() => new(
        $"{HoldMessages.HoldUnknown}: no hold with this id stands there. Look up which holds stand with FindAsync or ListAsync.");

    public static InvalidOperationException TooManyHolds() => new(
        $"{HoldMessages.TooManyHolds}: {LegalHold.MostHolds} holds stand there already. Lift those that are not needed any more, or use one for several cases.");

    private static string Day(LocalDate day) => LocalDatePattern.Iso.Format(day);
}
