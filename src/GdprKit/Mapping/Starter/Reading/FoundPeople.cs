namespace GdprKit.Mapping;

/// <summary>People, in the rows of an entity.</summary>
/// <param name="Kind">What kind of people.</param>
/// <param name="One">One of them, in English: "a customer".</param>
/// <param name="Role">What they are to the controller.</param>
/// <param name="Mark">Why it is thought, or what of it is still to be said.</param>
internal sealed record FoundPeople(SubjectKind Kind, string One, PeopleRole Role, Mark Mark)
{
    /// <summary>Whether everything refers to such people that has their key: what refers to a supplier or an author is mostly a product or a work.</summary>
    public bool OwnWhatRefersToThem => Role is not (PeopleRole.Author or PeopleRole.Supplier or PeopleRole.Employee);
}
