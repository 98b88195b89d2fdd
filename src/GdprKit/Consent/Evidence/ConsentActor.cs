namespace GdprKit;

/// <summary>Who made something known about consent.</summary>
public enum ConsentActor
{
    /// <summary>Nothing was said; refused.</summary>
    Unspecified = 0,

    /// <summary>The person.</summary>
    Person,

    /// <summary>Who holds parental responsibility over a child (Art. 8).</summary>
    ParentalResponsibility,

    /// <summary>Who represents the person by law or by mandate.</summary>
    Representative,

    /// <summary>An employee of the controller who wrote down what the person said, as by phone.</summary>
    Employee,

    /// <summary>A list that was imported says so.</summary>
    Import,
}
