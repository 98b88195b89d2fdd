namespace GdprKit.Retention;

/// <summary>Every fault that can be found in a plan, each with its id, its words and its remedy in one place.</summary>
internal static class PlanFaults
{
    public static MapFault Circle(IReadOnlyList<string> entities) => new(
        entities[0], RetentionMessages.Circle,
        $"{string.Join(" is referred to by ", entities)}: rows that wait for each other never go.",
        "Let one of the references be optional, with SetNull when the other row goes, or take one of the entities out of the circle.");

    public static MapFault EventWithoutDate(PlannedEntity entity, FieldGroup group, Key<RetentionEvent> happened, IEnumerable<Key<ProcessingActivity>> activities) => new(
        $"{entity}.{group.Fields[0]}", RetentionMessages.EventWithoutDate,
        $"{entity}: the period of '{string.Join("', '", activities)}' for {Listed(group)} runs from '{happened}', and the map of {entity} does not say when that was.",
        $"Name the date in that map, also over a navigation: .Event(Key<RetentionEvent>.Parse(\"{happened}\"), x => x.…). Until then what depends on it is kept and reported.",
        FaultSeverity.Warning);

    public static MapFault ArchiveWithoutPlace(PlannedEntity entity, IEnumerable<Key<ProcessingActivity>> activities) => new(
        entity.ToString(), RetentionMessages.ArchiveWithoutPlace,
        $"{entity}: a rule of '{string.Join("', '", activities)}' archives, and no property says which rows are archived: they stay in daily use until they go.",
        "Add a property, public bool IsArchived { get; set; }, name it in the map with Archived(x => x.IsArchived), and hide such rows by it.",
        FaultSeverity.Warning);

    public static MapFault ArchiveWithoutRule(PlannedEntity entity) => new(
        entity.ToString(), RetentionMessages.ArchiveWithoutRule,
        $"{entity} says with Archived which rows are archived, and no rule about its fields archives.",
        "Add Keep(…).ThenArchive() to the activity that keeps them for the law, or remove the call.",
        FaultSeverity.Warning);

    public static MapFault ScopeWithoutUse(PlannedEntity entity, Key<ProcessingActivity> activity) => new(
        entity.ToString(), RetentionMessages.ScopeWithoutUse,
        $"{entity} says when '{activity}' applies, and that activity uses none of its fields.",
        "Add a category of the entity to the activity, or remove AppliesWhen.",
        FaultSeverity.Warning);

    public static MapFault NothingOfItsOwn(PlannedEntity entity) => new(
        entity.ToString(), RetentionMessages.NothingOfItsOwn,
        $"{entity} has a map, but no classified field, and its rows refer to none with which they could go: they stay for ever.",
        "Classify what it holds with Field(…), say with BelongsTo(…) to which row it belongs, or remove the map.",
        FaultSeverity.Warning);

    public static MapFault WaitsForUnmapped(PlannedEntity entity, PlannedDependent dependent) => new(
        entity.ToString(), RetentionMessages.WaitsForUnmapped,
        $"Rows of {entity} stay as long as a row of {dependent.Entity} refers to them, and no map says when those go.",
        $"Add a map of {dependent.Entity} that says with BelongsTo(…) whose they are; or let the reference be optional, with SetNull when the other row goes.",
        FaultSeverity.Warning);

    public static MapFault Unanswerable(string entity, string why) => new(
        entity, RetentionMessages.Unanswerable,
        $"{entity} cannot be asked what is due: {why}",
        "Write the function of the map so that the store can compute it.");

    public static MapFault NothingReplaces(PlannedEntity entity, PlannedField field) => new(
        $"{entity}.{field}", RetentionMessages.NothingReplaces,
        $"{entity}.{field} can be neither emptied nor replaced while the row stays: it {ReplacementChoice.WhyNone(entity.Entity, field.Field)}. It stays as long as the row, and is reported as due.",
        "Let it be empty, say with ReplacedBy(…) what takes its place, or let the row go as a whole when nothing needs the field.",
        FaultSeverity.Warning);

    private static string Listed(FieldGroup group) => string.Join(", ", group.Fields);
}
