namespace GdprKit.Decisions;

/// <summary>What is remembered of a person: a few activities, so that they are found by looking at each.</summary>
internal sealed class RememberedPerson(RememberedActivity[] activities)
{
    public RememberedActivity? Find(Key<ProcessingActivity> activity)
    {
        foreach (var known in activities)
        {
            if (known.Activity == activity)
            {
                return known;
            }
        }

        return null;
    }

    public RememberedPerson With(RememberedActivity known) =>
        new([.. activities.Where(each => each.Activity != known.Activity), known]);
}
