using GdprKit.Samples.Crm.Data;

namespace GdprKit.Samples.Crm.Gdpr;

/// <summary>What the shop holds of an employee.</summary>
public sealed class EmployeeMap : IPersonalDataMap<Employee>
{
    public void Configure(PersonalDataMapBuilder<Employee> data) => data
        .Called(nl: "medewerkers", en: "employees")
        .IsSubject(Crm.Employees, e => e.EmployeeId)
        .Field(Crm.Name, e => e.FirstName, e => e.LastName)
        .Field(Crm.Employment, e => e.Title, e => e.ReportsTo, e => e.HireDate)
        .Field(Crm.BirthDate, e => e.BirthDate)
        .Field(Crm.Address, e => e.Address, e => e.PostalCode, e => e.City, e => e.State, e => e.Country)
        .Field(Crm.Phone, e => e.Phone, e => e.Fax)
        .Field(Crm.EmailAddress, e => e.Email)
        .Email(e => e.Email)
        .BirthDate(e => e.BirthDate)
        .Arrived(e => e.HireDate, TimeMeaning.Date)
        .Event(Crm.EndOfEmployment, e => e.LeftOn, TimeMeaning.Date);
}
