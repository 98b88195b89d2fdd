using NodaTime;

namespace GdprKit.Register;

/// <summary>When a retention period ends: exactly one property of a rule says so.</summary>
internal static class RetentionTermJson
{
    public static RetentionTerm? Read(JsonObjectReader from) => from.OneOf<RetentionTerm>(
        ("after", value => value.AsObject(ReadAfter)),
        ("latestOf", value => new RetentionTerm.LatestOf(value.AsList(term => term.AsObject(ReadAfter)).ToValueList())),
        ("untilAge", value => value.AsObject(ReadUntilAge)),
        ("whileConsentStands", ReadWhileConsentStands),
        ("indefinitely", value => value.AsObject(ReadIndefinitely)));

    public static void Write(JsonObjectWriter to, RetentionTerm term)
    {
        switch (term)
        {
            case RetentionTerm.After after:
                to.Object("after", after, WriteAfter);
                break;
            case RetentionTerm.LatestOf latest:
                to.Objects("latestOf", latest.Terms, WriteAfter);
                break;
            case RetentionTerm.UntilAge until:
                to.Object("untilAge", until, WriteUntilAge);
                break;
            case RetentionTerm.WhileConsentStands:
                to.Flag("whileConsentStands", true);
                break;
            case RetentionTerm.Indefinitely indefinitely:
                to.Object("indefinitely", indefinitely, WriteIndefinitely);
                break;
        }
    }

    private static RetentionTerm.After ReadAfter(JsonObjectReader from)
    {
        from.Require("events");
        return new RetentionTerm.After
        {
            Events = from.Keys<RetentionEvent>("events"),
            Anchor = from.Choice("anchor", RetentionAnchor.Exact),
            Period = from.Period("period") ?? Period.Zero,
            Fallback = from.Key<RetentionEvent>("fallback") is { IsDefault: false } fallback ? fallback : null,
        };
    }

    private static void WriteAfter(JsonObjectWriter to, RetentionTerm.After after)
    {
        to.Keys("events", after.Events);
        to.Choice("anchor", after.Anchor, RetentionAnchor.Exact);
        to.Period("period", after.Period, byDefault: Period.Zero);
        to.Key("fallback", after.Fallback);
    }

    private static RetentionTerm.UntilAge ReadUntilAge(JsonObjectReader from)
    {
        from.Require("birthDate", "age");
        return new RetentionTerm.UntilAge(from.Key<RetentionEvent>("birthDate"), from.WholeNumber("age") ?? 0);
    }

    private static void WriteUntilAge(JsonObjectWriter to, RetentionTerm.UntilAge until)
    {
        to.Key<RetentionEvent>("birthDate", until.BirthDate);
        to.WholeNumber("age", until.Age);
    }

    private static RetentionTerm.WhileConsentStands ReadWhileConsentStands(JsonValueReader value)
    {
        value.RequireTrue();
        return new RetentionTerm.WhileConsentStands();
    }

    private static RetentionTerm.Indefinitely ReadIndefinitely(JsonObjectReader from)
    {
        from.Require("reason");
        return new RetentionTerm.Indefinitely(from.Localized("reason") ?? LocalizedText.Empty);
    }

    private static void WriteIndefinitely(JsonObjectWriter to, RetentionTerm.Indefinitely indefinitely) => to.Localized("reason", indefinitely.Reason);
}
