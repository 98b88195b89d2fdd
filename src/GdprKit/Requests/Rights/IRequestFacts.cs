using NodaTime;

namespace GdprKit.Requests;

/// <summary>The facts of every entry about a request.</summary>
internal interface IRequestFacts
{
    /// <summary>On which day it happened, where the controller is.</summary>
    LocalDate On { get; }

    /// <summary>Who did it in the name of the controller; <see langword="null"/> where the person did, or nobody had to.</summary>
    Key<Operator>? By { get; }
}
