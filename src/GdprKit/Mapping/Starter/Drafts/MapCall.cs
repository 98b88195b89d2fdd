namespace GdprKit.Mapping;

/// <summary>One call in a proposed map.</summary>
/// <param name="Mark">Why it is proposed, or what somebody has to do about it.</param>
internal abstract record MapCall(Mark Mark)
{
    /// <summary>The event that it dates, or says that nothing dates; <see langword="null"/> for other calls.</summary>
    public virtual Key<RetentionEvent>? DatedEvent => null;

    /// <summary>The map is about one of several entities of a class.</summary>
    public sealed record StoredAs(string Entity, Mark Mark) : MapCall(Mark);

    public sealed record Called(LocalizedText Label, Mark Mark) : MapCall(Mark);

    public sealed record IsSubject(Key<SubjectKind> Kind, ValueList<PropertyPath> Key, Mark Mark) : MapCall(Mark);

    public sealed record BelongsTo(ReferenceDescription Owner, Mark Mark) : MapCall(Mark);

    /// <param name="Category">The category.</param>
    /// <param name="Properties">The properties.</param>
    /// <param name="Whose">About whom they are.</param>
    /// <param name="Mark">Why it is proposed.</param>
    public sealed record Field(Key<DataCategory> Category, ValueList<PropertyPath> Properties, FieldSubjects Whose, Mark Mark) : MapCall(Mark);

    public sealed record Serves(FieldRole Role, PropertyPath Property, Mark Mark) : MapCall(Mark);

    public sealed record Event(Key<RetentionEvent> What, PropertyDescription Date, TimeMeaning Meaning, Mark Mark) : MapCall(Mark)
    {
        public override Key<RetentionEvent>? DatedEvent => What;
    }

    /// <summary>The last date among the rows that a navigation leads to.</summary>
    public sealed record LatestEvent(Key<RetentionEvent> What, PropertyPath Rows, PropertyDescription Date, TimeMeaning Meaning, Mark Mark) : MapCall(Mark)
    {
        public override Key<RetentionEvent>? DatedEvent => What;
    }

    /// <summary>An event that nothing dates.</summary>
    public sealed record UndatedEvent(Key<RetentionEvent> What, Mark Mark) : MapCall(Mark)
    {
        public override Key<RetentionEvent>? DatedEvent => What;
    }

    /// <summary>What the map of another entity says, over a way that leads there.</summary>
    /// <param name="Way">The navigations, one or more.</param>
    /// <param name="IsOptional">Whether a row can be without a partner on the way.</param>
    /// <param name="Owner">The other entity.</param>
    /// <param name="Said">What its map says.</param>
    /// <param name="Mark">Why it is proposed.</param>
    public sealed record Over(ValueList<PropertyPath> Way, bool IsOptional, EntityDescription Owner, MapCall Said, Mark Mark) : MapCall(Mark)
    {
        public override Key<RetentionEvent>? DatedEvent => Said.DatedEvent;
    }

    /// <summary>An activity is about some rows only.</summary>
    /// <param name="Activity">The activity.</param>
    /// <param name="Rows">The navigations of which one must lead to rows.</param>
    /// <param name="Says">The property that says yes, or <see langword="null"/>.</param>
    /// <param name="Mark">Why it is proposed.</param>
    public sealed record AppliesWhen(Key<ProcessingActivity> Activity, ValueList<PropertyPath> Rows, PropertyDescription? Says, Mark Mark) : MapCall(Mark);

    /// <summary>Nothing that a call could say: a mark alone.</summary>
    public sealed record Undatable(Mark Mark) : MapCall(Mark);

    public sealed record Arrived(PropertyPath Property, TimeMeaning Meaning, Mark Mark) : MapCall(Mark);

    public sealed record NotPersonal(string Reason, ValueList<PropertyPath> Properties, Mark Mark) : MapCall(Mark);
}
