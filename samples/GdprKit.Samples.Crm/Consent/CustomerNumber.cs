using System.Globalization;

namespace GdprKit.Samples.Crm.Consent;

/// <summary>Which row a person is that GdprKit knows.</summary>
internal static class CustomerNumber
{
    /// <summary>The number of a customer; <see langword="null"/> of who is none.</summary>
    public static int? Of(SubjectId person) =>
        person.Kind == Gdpr.Crm.Customers && int.TryParse(person.Key[0], CultureInfo.InvariantCulture, out var number) ? number : null;
}
