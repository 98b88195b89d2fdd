namespace GdprKit.Retention;

/// <summary>Puts entities in the order in which their rows go: what refers to others goes before them.</summary>
internal static class DisposalOrder
{
    public static IReadOnlyList<PlannedEntity> Of(IReadOnlyList<PlannedEntity> entities, ICollection<MapFault> faults)
    {
        var ordered = new List<PlannedEntity>();
        var remaining = entities.ToList();
        while (remaining.Count > 0)
        {
            var next = remaining.Find(entity => !remaining.Exists(other => RefersTo(other, entity)));
            if (next is null)
            {
                faults.Add(PlanFaults.Circle(CircleIn(remaining)));
                return [.. ordered, .. remaining];
            }

            remaining.Remove(next);
            ordered.Add(next);
        }

        return ordered;
    }

    // Rows of one family go from the leaves inwards, whichever entity is looked at first.
    private static bool RefersTo(PlannedEntity other, PlannedEntity entity) => other.Root != entity.Root && entity.Dependents.Any(dependent =>
        dependent.Disposal is not DependentDisposal.Detached && dependent.Members.Contains(other.Name));

    private static List<string> CircleIn(List<PlannedEntity> entities)
    {
        var trail = new List<PlannedEntity> { entities[0] };
        while (true)
        {
            var next = entities.First(other => RefersTo(other, trail[^1]));
            var seen = trail.IndexOf(next);
            trail.Add(next);
            if (seen >= 0)
            {
                return [.. trail.Skip(seen).Select(entity => entity.ToString())];
            }
        }
    }
}
