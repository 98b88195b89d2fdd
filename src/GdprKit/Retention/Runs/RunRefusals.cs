namespace GdprKit.Retention;

/// <summary>What is refused about runs, each with its id, the fault and the remedy. None repeats what identifies somebody.</summary>
internal static class RunRefusals
{
    public static InvalidOperationException PreviewChanged() => new(
        $"{RunMessages.PreviewChanged}: what would go today is not what the approved preview shows; it is of another day, or data or rules have changed since. Look at the preview of now, and approve that.");

    public static InvalidOperationException NothingToDo() => new($"{RunMessages.NothingToDo}: nothing is past its period, so there is nothing to approve. Approve a preview that shows something.");

    public static InvalidOperationException AnotherRun() => new(
        $"{RunMessages.AnotherRun}: another run is approved or under way, or somebody approves one just now. Wait until it has come to its end, or cancel it.");

    public static ArgumentException RunUnknown() => new($"{RunMessages.RunUnknown}: no run has this id. Look up which there are with ListAsync.");

    public static InvalidOperationException SamePerson() => new(
        $"{RunMessages.SamePerson}: a run is to be approved a second time by who approved it first. Let somebody else look at it.");

    public static InvalidOperationException NotInThisState(RunStatus status) => new(
        $"{RunMessages.NotInThisState}: a run that is {status} cannot be changed like that. Look up how far it is with FindAsync.");

    public static string TooManyRows(long rows, long most) =>
        $"{RunMessages.TooManyRows}: {rows} rows would change, and the application approves at most {most} by itself. Look at the preview of now, and approve it; or set RetentionRunOptions.MostRows higher, if so many are usual.";

    public static string TooLargeShare(RunStep step, string entity, long rows) =>
        $"{RunMessages.TooLargeShare}: {step.Approved} of {rows} rows of {entity} would change, which is more than the application approves by itself. Look at the preview of now, and approve it; or set RetentionRunOptions.MostShare higher, if so many are usual.";
}
