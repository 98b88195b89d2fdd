namespace GdprKit.EntityFrameworkCore.Ledger;

/// <summary>When something is lost on the way between a host and its database.</summary>
public enum LostWhen
{
    /// <summary>Before anything was done.</summary>
    BeforeTheWork,

    /// <summary>When the work was done, and before it was committed.</summary>
    BeforeTheCommit,

    /// <summary>When everything was done: only the answer is lost.</summary>
    AfterTheCommit,
}
