namespace GdprKit;

/// <summary>Something that a record of processing holds about an activity beyond what Art. 30(1) asks.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Lines">What the register says about it in the language of the record; empty where there is nothing of the kind.</param>
public sealed record RecordDetail(RecordDetailKind Kind, ValueList<string> Lines);
