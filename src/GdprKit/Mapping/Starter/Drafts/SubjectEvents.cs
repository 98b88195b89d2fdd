namespace GdprKit.Mapping;

/// <summary>What the map of an entity of people says about when something happened to them.</summary>
internal sealed class SubjectEvents(EntityDescription entity, FoundPeople people, Findings findings, IReadOnlyList<DatedRow> dated)
{
    /// <summary>What shows that they are still there, each with its event.</summary>
    public IReadOnlyList<(TopicEvent Event, MapCall Call)> Activity => Clock.RunsFromActivity(people.Role) && SeesAll ? [.. Latest, .. LastContact] : [];

    /// <summary>What shows that they have gone.</summary>
    public (TopicEvent Event, MapCall Call)? End => Dated(Clock.EndFor(people.Role), DateProperty.IsEnd);

    public (TopicEvent Event, MapCall Call)? SignUp => Dated(Clock.SignUp, DateProperty.IsArrival);

    public MapCall? Arrived => entity.Properties.FirstOrDefault(property => DateProperty.IsArrival(property) && MemberAccess.Of(entity.Type, property.Path) is not null) is { } property
        ? new MapCall.Arrived(property.Path, DateProperty.MeaningOf(property).Meaning, Mark.Guess(WithMeaning($"the row arrived then, by '{property.Path}'", property)))
        : null;

    /// <summary>Says that nothing dates the end, so that somebody names it or knows that nobody is ever gone.</summary>
    public (TopicEvent Event, MapCall Call) Undated => (Clock.EndFor(people.Role), new MapCall.UndatedEvent(
        KeyOf(Clock.EndFor(people.Role)),
        Mark.FillIn($"the date of {Clock.EndFor(people.Role).Label[Language.English].Replace("your", "the", StringComparison.Ordinal)}; {entity} has none. Without it, {people.One} is kept for good and reported.")));

    // Who rents and buys has not gone when they only stopped buying.
    private bool SeesAll => dated.Where(row => findings.PeopleBehind(row.Entity).Any(each => each.Kind.Key == people.Kind.Key)).All(row => WaysTo(row).Any());

    /// <summary>The last of rows that happened, for bookkeeping; <see langword="null"/> when the class does not lead to them.</summary>
    public MapCall.LatestEvent? LastOf(DatedRow row) => WaysTo(row).Order().FirstOrDefault() is { } way
        ? new MapCall.LatestEvent(
            KeyOf(row.Topic.Happened!),
            way,
            row.Date,
            DateProperty.MeaningOf(row.Date).Meaning,
            Mark.Guess(WithMeaning($"{row.Topic.Happened!.Label[Language.English]} that counts for {people.One}, the last of '{way}'", row.Date)))
        : null;

    private IEnumerable<(TopicEvent Event, MapCall Call)> Latest => dated
        .SelectMany(row => WaysTo(row).Select(way => (Row: row, Way: way)))
        .OrderBy(each => each.Row.Topic.Happened!.Key != "purchase")
        .ThenBy(each => each.Way)
        .DistinctBy(each => each.Row.Topic.Latest!.Key)
        .Select(each => (each.Row.Topic.Latest!, (MapCall)new MapCall.LatestEvent(
            KeyOf(each.Row.Topic.Latest!),
            each.Way,
            each.Row.Date,
            DateProperty.MeaningOf(each.Row.Date).Meaning,
            Mark.Guess(WithMeaning($"the last of '{each.Way}', by '{each.Row.Date.Path}'", each.Row.Date)))));

    private IEnumerable<(TopicEvent Event, MapCall Call)> LastContact => Dated(Clock.LastActivity, DateProperty.IsLastActivity) is { } contact ? [contact] : [];

    private IEnumerable<PropertyPath> WaysTo(DatedRow row) => findings.Store.FamilyOf(row.Entity)
        .Select(member => member.Name)
        .SelectMany(name => entity.References.Where(reference => reference.Target == name && !reference.IsForeignKey))
        .Select(reference => reference.Navigation)
        .OfType<PropertyPath>()
        .Where(navigation => MemberAccess.IsCollection(entity.Type, navigation) && MemberAccess.Of(row.Entity.Type, row.Date.Path) is not null);

    private (TopicEvent Event, MapCall Call)? Dated(TopicEvent what, Func<PropertyDescription, bool> says) => entity.Properties.FirstOrDefault(says) is { } property
        ? (what, new MapCall.Event(KeyOf(what), property, DateProperty.MeaningOf(property).Meaning, Mark.Guess(WithMeaning($"{what.Label[Language.English]}, by '{property.Path}'", property))))
        : null;

    public static Key<RetentionEvent> KeyOf(TopicEvent what) => Key<RetentionEvent>.Parse(what.Key);

    public static string WithMeaning(string text, PropertyDescription date) => DateProperty.MeaningOf(date).Because is { } because ? $"{text}; {because}." : $"{text}.";
}
