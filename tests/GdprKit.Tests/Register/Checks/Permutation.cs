namespace GdprKit;

/// <summary>The same declarations with every set in another order.</summary>
internal static class Permutation
{
    public static RegisterDeclarations Of(RegisterDeclarations register, int seed)
    {
        var random = new Random(seed);
        return register with
        {
            Languages = Shuffled(register.Languages),
            Controller = register.Controller! with { JointControllers = Shuffled(register.Controller.JointControllers) },
            People = Shuffled(register.People),
            Categories = Shuffled(register.Categories),
            Events = Shuffled(register.Events),
            Recipients = Shuffled(register.Recipients.Select(recipient => recipient with { Transfers = Shuffled(recipient.Transfers) })),
            Activities = Shuffled(register.Activities.Select(Activity)),
            ConflictChoices = Shuffled(register.ConflictChoices),
            Backups = Shuffled(register.Backups),
        };

        ProcessingActivity Activity(ProcessingActivity activity) => activity with
        {
            People = Shuffled(activity.People),
            Categories = Shuffled(activity.Categories),
            Recipients = Shuffled(activity.Recipients),
            Sources = Shuffled(activity.Sources),
            Marketing = Shuffled(activity.Marketing),
            Retention = Shuffled(activity.Retention.Select(Rule)),
        };

        RetentionRule Rule(RetentionRule rule) => rule with
        {
            Categories = Shuffled(rule.Categories),
            Term = rule.Term switch
            {
                RetentionTerm.After end => End(end),
                RetentionTerm.LatestOf latest => new RetentionTerm.LatestOf(Shuffled(latest.Terms.Select(End))),
                var term => term,
            },
        };

        RetentionTerm.After End(RetentionTerm.After end) => end with { Events = Shuffled(end.Events) };

        ValueList<T> Shuffled<T>(IEnumerable<T> items)
        {
            var array = items.ToArray();
            random.Shuffle(array);
            return array.ToValueList();
        }
    }
}
