@org.hibernate.annotations.SoftDelete package soft_delete_around.ofpackage;
