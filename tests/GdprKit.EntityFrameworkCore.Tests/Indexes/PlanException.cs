namespace GdprKit.EntityFrameworkCore.Indexes;

/// <summary>A plan instead of an answer: without an index an answer would take minutes.</summary>
internal sealed class PlanException(string plan) : Exception
{
    public string Plan => plan;
}
