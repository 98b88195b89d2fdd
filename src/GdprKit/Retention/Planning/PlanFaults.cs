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
        $"Name the date in that map, also over a navigation: .Event(Key<RetentionEvent>.Parse(\"{happened}\"), x => x.…). Until then these fields are kept and reported.",
        FaultSeverity.Warning);

    public static MapFault ScopeWithoutUse(PlannedEntity entity, Key<ProcessingActivity> activity) => new(
        entity.ToString(), RetentionMessages.ScopeWithoutUse,
        $"{entity} says when '{activity}' applies, and that activity uses none of its fields.",
        "Add a category of the entity to the activity, or remove AppliesWhen.",
        FaultSeverity.Warning);

    public static MapFault Unanswerable(string entity, string why) => new(
        entity, RetentionMessages.Unanswerable,
        $"{entity} cannot be asked what is due: {why}",
        "Write the function of the map so that the store can compute it.");

    private static string Listed(FieldGroup group) => string.Join(", ", group.Fields);
}
