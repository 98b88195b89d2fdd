namespace GdprKit;

/// <summary>What is wrong with the shop of <see cref="TestRegisters"/> after a change: every fault as one line, warnings marked.</summary>
internal static class Judgement
{
    private static readonly RegisterDeclarations Shop = TestRegisters.Shop().Declarations;

    public static IReadOnlyList<string> With(Func<RegisterDeclarations, RegisterDeclarations> change, params RegisterFault[] readingFaults)
    {
        try
        {
            return Lines(RegisterCheck.Accept(change(Shop), readingFaults).Warnings);
        }
        catch (InvalidRegisterException invalid)
        {
            return Lines(invalid.Faults);
        }
    }

    public static IReadOnlyList<string> Besides(Action<RegisterBuilder> declare)
    {
        try
        {
            return Lines(TestRegisters.Shop(declare).Warnings);
        }
        catch (InvalidRegisterException invalid)
        {
            return Lines(invalid.Faults);
        }
    }

    public static RegisterDeclarations Controller(this RegisterDeclarations register, Func<DataController, DataController> change) =>
        register with { Controller = change(register.Controller!) };

    public static RegisterDeclarations People(this RegisterDeclarations register, Key<SubjectKind> key, Func<SubjectKind, SubjectKind> change) =>
        register with { People = Changed(register.People, key, change) };

    public static RegisterDeclarations Category(this RegisterDeclarations register, Key<DataCategory> key, Func<DataCategory, DataCategory> change) =>
        register with { Categories = Changed(register.Categories, key, change) };

    public static RegisterDeclarations Event(this RegisterDeclarations register, Key<RetentionEvent> key, Func<RetentionEvent, RetentionEvent> change) =>
        register with { Events = Changed(register.Events, key, change) };

    public static RegisterDeclarations Recipient(this RegisterDeclarations register, Key<Recipient> key, Func<Recipient, Recipient> change) =>
        register with { Recipients = Changed(register.Recipients, key, change) };

    public static RegisterDeclarations Activity(this RegisterDeclarations register, Key<ProcessingActivity> key, Func<ProcessingActivity, ProcessingActivity> change) =>
        register with { Activities = Changed(register.Activities, key, change) };

    /// <summary>Changes every rule of an activity.</summary>
    public static RegisterDeclarations Rule(this RegisterDeclarations register, Key<ProcessingActivity> key, Func<RetentionRule, RetentionRule> change) =>
        register.Activity(key, activity => activity with { Retention = activity.Retention.Select(change).ToValueList() });

    public static RegisterDeclarations Backup(this RegisterDeclarations register, Func<BackupSchedule, BackupSchedule> change) =>
        register with { Backups = register.Backups.Select(change).ToValueList() };

    private static ValueList<T> Changed<T>(ValueList<T> declarations, Key<T> key, Func<T, T> change)
        where T : class, IDeclaration<T> =>
        declarations.Select(declaration => declaration.Key == key ? change(declaration) : declaration).ToValueList();

    private static string[] Lines(IEnumerable<RegisterFault> faults) =>
        [.. faults.Select(fault => fault.Severity is FaultSeverity.Warning ? $"warning {fault}" : fault.ToString())];
}
